import type { Account } from '../model/facts.ts'
import type { Forge, PullRequest } from '../model/forge.ts'
import { answered, found } from './attempt.ts'
import type { Asking } from './open-forge.ts'

/** As GitHub says it; an id that JavaScript's numbers cannot hold comes as a bigint. */
export interface User {
  readonly login: string
  readonly id: number | bigint
}

/** What GitHub says of a pull request, as far as we read it. */
interface Told {
  readonly number: number
  readonly user: User | null
  readonly head: { readonly sha: string; readonly ref: string; readonly repo: { readonly full_name: string } | null }
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } }
  readonly draft?: boolean
  readonly created_at: string
  readonly labels: readonly { readonly name?: string | null }[]
  readonly requested_reviewers?: readonly { readonly login: string }[] | null
}

/** Open pull requests against main, oldest first. */
export async function readPulls({ github, at }: Asking): Promise<readonly PullRequest[]> {
  const asked = { ...at, state: 'open', base: 'main', sort: 'created', direction: 'asc', per_page: 100 } as const
  const told = await answered(github.paginate('GET /repos/{owner}/{repo}/pulls', asked))
  return told.map(pullFrom)
}

export async function readPull({ github, at }: Asking, number: number): ReturnType<Forge['pull']> {
  const asking = github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: number })
  const answer = await found(asking)
  if (answer === undefined || answer.data.base.ref !== 'main') return undefined
  const { merged, merge_commit_sha: sha, state } = answer.data
  return { ...pullFrom(answer.data), isOpen: state === 'open', ...(merged && sha !== null && { mergedAs: sha }) }
}

function pullFrom({ head, base, ...told }: Told): PullRequest {
  return {
    number: told.number,
    author: accountFrom(told.user),
    head: head.sha,
    ...(head.repo?.full_name === base.repo.full_name && { branch: head.ref }),
    isDraft: told.draft === true,
    openedAt: told.created_at,
    labels: told.labels.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])),
    asked: (told.requested_reviewers ?? []).map(({ login }) => login),
  }
}

/** Whoever deleted their account is nobody: an id that no roster has. */
export function accountFrom(user: User | null | undefined): Account {
  return user ? { login: user.login, id: Number(user.id) } : { login: 'ghost', id: 0 }
}
