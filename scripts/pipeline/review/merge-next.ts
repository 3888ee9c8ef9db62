import type { KeyObject } from 'node:crypto'
import type { Room } from '../../change/index.ts'
import type { Forge } from '../../model/forge.ts'
import type { Git } from '../../model/git.ts'
import { sealed } from '../../review/index.ts'
import type { JudgedMain } from './judge-main.ts'
import type { Failure } from './mark-pulls.ts'
import type { Reviewed } from './review-pulls.ts'

export interface Lane {
  /** Ed25519: signs what the lane merges. */
  readonly key: KeyObject
}

interface Merging extends Lane {
  readonly forge: Forge
  readonly room: Room
  readonly failed: (failure: Failure) => void
}

export interface Merged {
  /** Absent where main is not the one that all were judged against any more, and nothing was merged. */
  readonly merged?: Reviewed
  /** Main after it; absent where the next turn needs another house, or main moved on by other hands. */
  readonly main?: string
}

/** Merges the oldest that may go in; the next one where GitHub will not. `undefined` where there is none. */
export async function mergeNext(
  open: readonly Reviewed[],
  main: JudgedMain,
  merging: Merging,
): Promise<Merged | undefined> {
  for (const one of open.filter(mayGoIn)) {
    const merged = await merge(one, main, merging)
    if (merged !== undefined) return merged
  }
  return undefined
}

function mayGoIn({ pull, judged: { decision, change } }: Reviewed): boolean {
  const isYes = decision.verdict === 'auto' || decision.verdict === 'granted'
  return isYes && !pull.isDraft && !('unreadable' in change)
}

async function merge(one: Reviewed, main: JudgedMain, merging: Merging): Promise<Merged | undefined> {
  const { pull, judged } = one
  const { change, decision, facts } = judged
  if ('unreadable' in change) return undefined
  const { forge, room, key, failed } = merging
  const { head, tree } = change
  const record = { v: 1, pull: pull.number, head, main: main.commit, tree } as const
  // Threat: a title of the author's could tell GitHub to run nothing. This text is ours.
  const title = `Merge #${pull.number} by ${facts.author.login}`
  const message = sealed(record, key)
  // Threat: a merge whose answer was lost, or another's, and what fits beside the main that was judged does not fit beside this one.
  if ((await forge.main()) !== main.commit) return {}
  const reply = await forge.send({ call: 'merge', pull: pull.number, head, title, message })
  if (!reply.done) {
    if (reply.why !== 'moved') failed({ pull: pull.number, call: 'merge', said: reply.said })
    return undefined
  }
  const next = await mainAfter(room)
  await insistOnTree(room.git, reply.sha ?? next, tree)
  const goesOn = next === reply.sha && decision.kind !== 'house' && decision.kind !== 'grants'
  return { merged: one, ...(goesOn && { main: next }) }
}

async function mainAfter(room: Room): Promise<string> {
  await room.fetch(['+refs/heads/main:refs/lab/next'])
  return (await room.git(['rev-parse', 'refs/lab/next'])).toString('latin1').trim()
}

/** What was merged is what was judged. If not, the record names another tree, and apply stops there too. */
async function insistOnTree(git: Git, commit: string, judged: string): Promise<void> {
  const tree = (await git(['rev-parse', `${commit}^{tree}`])).toString('latin1').trim()
  if (tree !== judged)
    throw new Error(`${commit} has the tree ${tree}, and judged was ${judged}: nothing more is merged`)
}
