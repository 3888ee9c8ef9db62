import type { IssueComment, Post } from '../model/forge.ts'
import { answered, found } from './attempt.ts'
import type { Asking } from './open-forge.ts'
import { accountFrom, type User } from './read-pulls.ts'

interface Told {
  readonly number: number
  readonly user: User | null
  readonly body?: string | null | undefined
  readonly state: string
  readonly labels: readonly (string | { readonly name?: string | null })[]
}

export async function readIssue({ github, at }: Asking, number: number): Promise<Post | undefined> {
  const asking = github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { ...at, issue_number: number })
  const answer = await found(asking)
  return answer && postFrom(answer.data)
}

/** Open issues with this label, oldest first; pull requests, which GitHub lists among them, are none. */
export async function readIssues({ github, at }: Asking, label: string): Promise<readonly Post[]> {
  const asked = { ...at, labels: label, state: 'open', sort: 'created', direction: 'asc', per_page: 100 } as const
  const told = await answered(github.paginate('GET /repos/{owner}/{repo}/issues', asked))
  return told.filter((one) => one.pull_request === undefined).map(postFrom)
}

export async function readComment({ github, at }: Asking, id: number): Promise<IssueComment | undefined> {
  const route = 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}'
  const answer = await found(github.request(route, { ...at, comment_id: id }))
  if (answer === undefined) return undefined
  const { body = '', user, issue_url: issue, created_at: created, updated_at: updated } = answer.data
  const under = Number(/\/issues\/(\d+)$/.exec(issue)?.[1])
  return { id, under, by: accountFrom(user), text: body, isEdited: updated !== created }
}

function postFrom({ number, user, body, state, labels }: Told): Post {
  const names = labels.flatMap((label) => {
    const name = typeof label === 'string' ? label : label.name
    return typeof name === 'string' ? [name] : []
  })
  return { number, by: accountFrom(user), text: body ?? '', labels: names, isOpen: state === 'open' }
}
