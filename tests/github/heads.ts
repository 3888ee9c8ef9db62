import type { Hub } from './hub.ts'
import type { Issue, Pull } from './state.ts'
import { Refusal } from './refusal.ts'

export interface OpenPull extends Issue {
  pull: Pull
}

/** The pull request of a number. */
export function pullOf({ state }: Hub, number: number | string): OpenPull {
  const issue = state.issues.get(Number(number))
  if (issue?.pull === undefined) throw new Refusal(404, 'Not Found')
  return issue as OpenPull
}

/** The newest commit of a pull request. A branch of the lab's own is followed, as GitHub does on every push. */
export async function headOf({ repository }: Hub, { number, isOpen, pull }: OpenPull): Promise<string> {
  const ref = `refs/pull/${number}/head`
  const branch = pull.fork === undefined && isOpen ? await repository.commitOf(`refs/heads/${pull.branch}`) : undefined
  if (branch !== undefined) await repository.git(['update-ref', ref, branch])
  const head = branch ?? pull.headAtEnd ?? (await repository.commitOf(ref))
  if (head === undefined) throw new Refusal(404, `No commit at ${ref}`)
  return head
}

export async function tipOf({ repository }: Hub, branch: string): Promise<string> {
  const tip = await repository.commitOf(`refs/heads/${branch}`)
  if (tip === undefined) throw new Refusal(404, 'Not Found')
  return tip
}
