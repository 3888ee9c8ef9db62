import type { Asking, Handlers, Hub, Json } from '../hub.ts'
import { headOf, pullOf, tipOf, type OpenPull } from '../heads.ts'
import { like } from '../sample.ts'
import { Refusal } from '../refusal.ts'
import { labelsView, repositoryView, reviewView, userView } from '../views.ts'
import { merge } from '../merge.ts'
import { filesOf } from '../files-of.ts'

/** GitHub lists no more files of a pull request, and does not say that it left some out. */
const mostFiles = 3000

export const pulls: Handlers<'pulls'> = {
  'pulls/list': async ({ hub, query }) => ({
    status: 200,
    all: await Promise.all(listed(hub, query).map((pull) => view(hub, pull, 'pull-request-simple'))),
  }),
  'pulls/get': async ({ hub, path }) => ({
    status: 200,
    body: await view(hub, pullOf(hub, path['pull_number'] ?? ''), 'pull-request'),
  }),
  'pulls/list-files': async ({ hub, path }) => {
    const pull = pullOf(hub, path['pull_number'] ?? '')
    const files = await filesOf(hub.repository, await tipOf(hub, pull.pull.base), await headOf(hub, pull))
    return { status: 200, all: files.slice(0, mostFiles) }
  },
  'pulls/list-reviews': ({ hub, path }) => {
    const { number } = pullOf(hub, path['pull_number'] ?? '')
    return {
      status: 200,
      all: hub.state.reviews.filter(({ pull }) => pull === number).map((review) => reviewView(hub, review)),
    }
  },
  'pulls/list-requested-reviewers': ({ hub, path }) => {
    const { pull } = pullOf(hub, path['pull_number'] ?? '')
    return { status: 200, body: { users: peopleView(hub, pull.asked), teams: [] } }
  },
  'pulls/request-reviewers': async ({ hub, path, body }) => {
    const pull = pullOf(hub, path['pull_number'] ?? '')
    const logins = (body['reviewers'] ?? []) as readonly string[]
    if (logins.includes(pull.by.login)) throw new Refusal(422, 'Review cannot be requested from pull request author.')
    if (!logins.every((login) => hub.state.collaborators.has(login)))
      throw new Refusal(
        422,
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
      )
    pull.pull.asked = [...new Set([...pull.pull.asked, ...logins])]
    return { status: 201, body: await view(hub, pull, 'pull-request-simple') }
  },
  'pulls/create': async (asking) => ({
    status: 201,
    body: await view(asking.hub, await created(asking), 'pull-request'),
  }),
  'pulls/update': async ({ hub, path, body }) => {
    const pull = pullOf(hub, path['pull_number'] ?? '')
    if (typeof body['title'] === 'string') pull.title = body['title']
    if (typeof body['body'] === 'string') pull.body = body['body']
    if (body['state'] !== undefined) await setOpen(hub, pull, body['state'] === 'open')
    pull.updatedAt = hub.stamp()
    return { status: 200, body: await view(hub, pull, 'pull-request') }
  },
  'pulls/merge': async (asking) => ({
    status: 200,
    body: await merge(asking, pullOf(asking.hub, asking.path['pull_number'] ?? '')),
  }),
}

function listed(hub: Hub, query: Readonly<Record<string, string>>): readonly OpenPull[] {
  const { state = 'open', base, head, direction = 'desc' } = query
  const all = [...hub.state.issues.values()].filter((issue): issue is OpenPull => issue.pull !== undefined)
  const found = all.filter(
    ({ isOpen, pull }) =>
      (state === 'all' || isOpen === (state === 'open')) &&
      (base === undefined || pull.base === base) &&
      (head === undefined || `${(pull.fork ?? hub.owner).split('/')[0]}:${pull.branch}` === head),
  )
  return found.sort((left, right) => (direction === 'asc' ? left.number - right.number : right.number - left.number))
}

/** A pull request from a branch of the lab's own. One branch has one open pull request to the same base. */
async function created({ hub, by, body }: Asking): Promise<OpenPull> {
  const { title = '', head, base, body: text } = body as { title?: string; head: string; base: string; body?: string }
  const branch = head.split(':').at(-1) ?? ''
  const [tip, target] = [
    await hub.repository.commitOf(`refs/heads/${branch}`),
    await hub.repository.commitOf(`refs/heads/${base}`),
  ]
  if (tip === undefined || target === undefined) throw new Refusal(422, 'Validation Failed')
  const known = listed(hub, { base, head: `${hub.owner}:${branch}` })
  if (known.length > 0) throw new Refusal(422, `A pull request already exists for ${hub.owner}:${branch}.`)
  if (tip === target) throw new Refusal(422, `No commits between ${base} and ${branch}`)
  const at = hub.stamp()
  const pull: OpenPull = {
    number: hub.nextNumber(),
    id: hub.nextId(),
    by,
    title,
    body: text ?? '',
    isOpen: true,
    labels: [],
    createdAt: at,
    updatedAt: at,
    pull: { branch, base, isDraft: body['draft'] === true, asked: [] },
  }
  hub.state.issues.set(pull.number, pull)
  await headOf(hub, pull)
  return pull
}

/** Closed or opened again; one that is merged stays so. */
export async function setOpen(hub: Hub, pull: OpenPull, isOpen: boolean): Promise<void> {
  if (isOpen && pull.pull.mergedAs !== undefined) throw new Refusal(422, 'Validation Failed')
  if (isOpen) delete pull.pull.headAtEnd
  else pull.pull.headAtEnd = await headOf(hub, pull)
  pull.isOpen = isOpen
}

async function view(hub: Hub, issue: OpenPull, schema: 'pull-request' | 'pull-request-simple'): Promise<Json> {
  const { number, pull, by } = issue
  const head = await headOf(hub, issue)
  const home = `${hub.owner}/${hub.name}`
  const side = (ref: string, sha: string, repository: string): Json => ({
    label: `${repository.split('/')[0]}:${ref}`,
    ref,
    sha,
    repo: repositoryView(hub, 'repository', repository),
    user: userView(by),
  })
  const common = {
    id: issue.id,
    number,
    title: issue.title,
    body: issue.body,
    draft: pull.isDraft,
    state: issue.isOpen ? 'open' : 'closed',
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    html_url: `https://github.com/${home}/pull/${number}`,
    user: userView(by),
    head: side(pull.branch, head, pull.fork ?? home),
    base: side(pull.base, (await hub.repository.commitOf(`refs/heads/${pull.base}`)) ?? head, home),
    labels: labelsView(issue.labels),
    requested_reviewers: peopleView(hub, pull.asked),
    requested_teams: [],
    merge_commit_sha: pull.mergedAs ?? null,
    merged_at: pull.mergedAs === undefined ? null : issue.updatedAt,
    author_association: 'NONE',
  }
  if (schema === 'pull-request-simple') return like(schema, common)
  const mergedBy = pull.mergedBy === undefined ? null : userView(pull.mergedBy)
  return like(schema, { ...common, merged: pull.mergedAs !== undefined, merged_by: mergedBy, mergeable: null })
}

function peopleView({ state }: Hub, logins: readonly string[]): readonly Json[] {
  return logins.flatMap((login) => {
    const person = state.people.get(login)
    return person === undefined ? [] : [userView(person)]
  })
}
