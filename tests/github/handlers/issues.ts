import { headOf, type OpenPull } from '../heads.ts'
import type { Asking, Handlers, Hub } from '../hub.ts'
import { like } from '../sample.ts'
import { notFound, Refusal } from '../refusal.ts'
import type { Comment, Issue } from '../state.ts'
import { commentView, issueView, labelsView, userView } from '../views.ts'
import { setOpen } from './pulls.ts'

/** In characters; GitHub refuses more. */
export const longestText = 65_536

export const issues: Handlers<'issues'> = {
  'issues/get': ({ hub, path }) => ({ status: 200, body: issueView(hub, issueOf(hub, path)) }),
  'issues/list-for-repo': ({ hub, query }) => ({
    status: 200,
    all: listed(hub, query).map((issue) => issueView(hub, issue)),
  }),
  'issues/create': ({ hub, by, body }) => {
    const at = hub.stamp()
    const labels = namesIn(body['labels'])
    const what = { title: text(body['title']), body: short(body['body'] ?? ''), isOpen: true, labels }
    const issue: Issue = { number: hub.nextNumber(), id: hub.nextId(), by, createdAt: at, updatedAt: at, ...what }
    hub.state.issues.set(issue.number, issue)
    return { status: 201, body: issueView(hub, issue) }
  },
  'issues/update': async ({ hub, path, body }) => {
    const issue = issueOf(hub, path)
    if (body['title'] !== undefined) issue.title = text(body['title'])
    if (body['body'] !== undefined) issue.body = short(body['body'] ?? '')
    if (body['labels'] !== undefined) issue.labels = namesIn(body['labels'])
    if (body['state'] !== undefined) await open(hub, issue, body['state'] === 'open')
    issue.updatedAt = hub.stamp()
    return { status: 200, body: issueView(hub, issue) }
  },
  'issues/list-comments': ({ hub, path, query }) => {
    const { number } = issueOf(hub, path)
    const isMeant = ({ under, updatedAt }: Comment): boolean => under === number && (query['since'] ?? '') <= updatedAt
    return {
      status: 200,
      all: [...hub.state.comments.values()].filter(isMeant).map((comment) => commentView(hub, comment)),
    }
  },
  'issues/create-comment': ({ hub, by, path, body }) => {
    const { number } = issueOf(hub, path)
    const at = hub.stamp()
    const comment: Comment = {
      id: hub.nextId(),
      under: number,
      by,
      body: short(body['body']),
      createdAt: at,
      updatedAt: at,
    }
    hub.state.comments.set(comment.id, comment)
    return { status: 201, body: commentView(hub, comment) }
  },
  'issues/get-comment': ({ hub, path }) => ({ status: 200, body: commentView(hub, commentOf(hub, path)) }),
  'issues/update-comment': (asking) => {
    const { hub, path, body } = asking
    const comment = commentOf(hub, path)
    insistOnOwn(asking, comment)
    Object.assign(comment, { body: short(body['body']), updatedAt: hub.stamp() })
    return { status: 200, body: commentView(hub, comment) }
  },
  'issues/delete-comment': (asking) => {
    const { hub, path } = asking
    const comment = commentOf(hub, path)
    insistOnOwn(asking, comment)
    hub.state.comments.delete(comment.id)
    return { status: 204 }
  },
  'issues/list-labels-for-repo': ({ hub }) => {
    const names = new Set([...hub.state.issues.values()].flatMap(({ labels }) => labels))
    return { status: 200, all: labelsView([...names]) }
  },
  'issues/list-labels-on-issue': ({ hub, path }) => ({ status: 200, all: labelsView(issueOf(hub, path).labels) }),
  'issues/add-labels': ({ hub, path, body }) =>
    labelled(issueOf(hub, path), (labels) => [...labels, ...namesIn(body['labels'])]),
  'issues/set-labels': ({ hub, path, body }) => labelled(issueOf(hub, path), () => namesIn(body['labels'])),
  'issues/remove-label': ({ hub, path }) => {
    const issue = issueOf(hub, path)
    if (!issue.labels.includes(path['name'] ?? '')) throw new Refusal(404, 'Label does not exist')
    return labelled(issue, (labels) => labels.filter((label) => label !== path['name']))
  },
}

export const reactions: Handlers<'reactions'> = {
  'reactions/create-for-issue-comment': ({ hub, by, path, body }) => {
    const comment = commentOf(hub, path).id
    const content = String(body['content'])
    const known = hub.state.reactions.some(
      (one) => one.comment === comment && one.by.id === by.id && one.content === content,
    )
    if (!known) hub.state.reactions.push({ comment, by, content })
    return {
      status: known ? 200 : 201,
      body: like('reaction', { id: hub.nextId(), user: userView(by), content, created_at: hub.stamp() }),
    }
  },
}

function issueOf({ state }: Hub, path: Asking['path']): Issue {
  return state.issues.get(Number(path['issue_number'])) ?? notFound()
}

function commentOf({ state }: Hub, path: Asking['path']): Comment {
  return state.comments.get(Number(path['comment_id'])) ?? notFound()
}

/** Who writes in the repository may change anybody's words. */
function insistOnOwn({ hub, caller, by }: Asking, comment: Comment): void {
  const role = hub.state.collaborators.get(by.login) ?? 'read'
  if (caller.is === 'person' && comment.by.id !== by.id && role === 'read')
    throw new Refusal(403, 'Must have admin rights to Repository.')
}

function listed({ state }: Hub, query: Asking['query']): readonly Issue[] {
  const { state: wanted = 'open', labels = '', creator, direction = 'desc' } = query
  const names = labels.split(',').filter((name) => name !== '')
  const isMeant = (issue: Issue): boolean =>
    (wanted === 'all' || issue.isOpen === (wanted === 'open')) &&
    (creator === undefined || issue.by.login === creator) &&
    names.every((name) => issue.labels.includes(name))
  const found = [...state.issues.values()].filter(isMeant).sort((left, right) => left.number - right.number)
  return direction === 'asc' ? found : found.toReversed()
}

async function open(hub: Hub, issue: Issue, isOpen: boolean): Promise<void> {
  if (issue.pull === undefined) issue.isOpen = isOpen
  else await setOpen(hub, issue as OpenPull, isOpen)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function short(value: unknown): string {
  const body = text(value)
  if (body.length > longestText) throw new Refusal(422, `Body is too long (maximum is ${longestText} characters)`)
  return body
}

function namesIn(labels: unknown): string[] {
  return ((labels ?? []) as readonly (string | { readonly name: string })[]).map((label) =>
    typeof label === 'string' ? label : label.name,
  )
}

function labelled(issue: Issue, change: (labels: readonly string[]) => readonly string[]) {
  issue.labels = [...new Set(change(issue.labels))]
  return { status: 200, all: labelsView(issue.labels) }
}

/** Closes the pull requests whose branch is gone, as GitHub does. */
export async function closeWithout(hub: Hub, branch: string): Promise<void> {
  for (const issue of hub.state.issues.values()) {
    if (issue.pull === undefined || !issue.isOpen || issue.pull.fork !== undefined || issue.pull.branch !== branch)
      continue
    issue.pull.headAtEnd = await headOf(hub, issue as OpenPull)
    issue.isOpen = false
  }
}
