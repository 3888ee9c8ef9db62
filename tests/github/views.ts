import { like } from './sample.ts'
import type { CheckRun, Comment, Issue, Maker, Person, Review } from './state.ts'
import type { Hub, Json } from './hub.ts'

/** GitHub's home for people, whatever the address of the API. */
const home = 'https://github.com'

export function userView({ login, id, type }: Person): Json {
  return like('simple-user', { login, id, type, html_url: `${home}/${login}`, site_admin: false })
}

export function repositoryView(hub: Hub, schema = 'repository', fullName = `${hub.owner}/${hub.name}`): Json {
  const [owner = '', name = ''] = fullName.split('/')
  const person = hub.state.people.get(owner) ?? { login: owner, id: 1, type: 'User' }
  const names = { name, full_name: fullName, html_url: `${home}/${fullName}`, default_branch: 'main' }
  return like(schema, {
    ...names,
    id: 4,
    private: hub.state.isPrivate,
    owner: { ...userView(person), type: 'Organization' },
  })
}

export function appView(hub: Hub, { id, slug }: Maker): Json {
  const permissions = slug === hub.app.slug ? { metadata: 'read', ...hub.app.permissions } : {}
  return like('integration', { id, slug, name: slug, permissions, events: [] })
}

export function issueView(hub: Hub, issue: Issue): Json {
  const { number, title, body, createdAt, updatedAt } = issue
  const place = `${hub.url()}/repos/${hub.owner}/${hub.name}/issues/${number}`
  return like('issue', {
    id: issue.id,
    number,
    title,
    body,
    url: place,
    html_url: htmlOf(hub, issue),
    state: issue.isOpen ? 'open' : 'closed',
    user: userView(issue.by),
    labels: labelsView(issue.labels),
    created_at: createdAt,
    updated_at: updatedAt,
    ...(issue.pull && { pull_request: { url: place, html_url: htmlOf(hub, issue), diff_url: '', patch_url: '' } }),
  })
}

export function labelsView(names: readonly string[]): readonly Json[] {
  return names.map((name, index) =>
    like('label', { id: index + 1, name, description: '', color: 'ededed', default: false }),
  )
}

function htmlOf({ owner, name }: Hub, { number, pull }: Issue): string {
  return `${home}/${owner}/${name}/${pull === undefined ? 'issues' : 'pull'}/${number}`
}

export function commentView(hub: Hub, { id, under, body, by, createdAt, updatedAt }: Comment): Json {
  const place = `${hub.url()}/repos/${hub.owner}/${hub.name}/issues`
  return like('issue-comment', {
    id,
    body,
    user: userView(by),
    created_at: createdAt,
    updated_at: updatedAt,
    url: `${place}/comments/${id}`,
    html_url: `${home}/${hub.owner}/${hub.name}/issues/${under}#issuecomment-${id}`,
    issue_url: `${place}/${under}`,
    author_association: 'NONE',
  })
}

export function reviewView(_: Hub, { id, by, state, commit, body, at }: Review): Json {
  return like('pull-request-review', { id, user: userView(by), state, commit_id: commit, body, submitted_at: at })
}

export function checkView(hub: Hub, run: CheckRun): Json {
  return like('check-run', {
    id: run.id,
    name: run.name,
    head_sha: run.head,
    status: run.status,
    conclusion: run.conclusion,
    external_id: run.externalId,
    details_url: run.detailsUrl,
    app: appView(hub, run.app),
    started_at: run.startedAt,
    completed_at: run.conclusion === null ? null : run.startedAt,
    pull_requests: [],
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${hub.url()}/repos/${hub.owner}/${hub.name}/check-runs/${run.id}/annotations`,
    },
  })
}
