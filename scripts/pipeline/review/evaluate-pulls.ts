import { fetchHeads, readChange, type Room } from '../../change/index.ts'
import { kindOf } from '../../decide/index.ts'
import { treeAt, type Blobs } from '../../history/index.ts'
import type { HouseEffect } from '../../model/card.ts'
import type { Change } from '../../model/change.ts'
import type { ChangeKind } from '../../model/decision.ts'
import type { HandedOver } from '../../model/evaluations.ts'
import type { PullRequest } from '../../model/forge.ts'
import type { Folder } from '../../model/request.ts'
import { attended } from './attended.ts'
import { evaluateFolders, type EvaluateInput } from './evaluate-folders.ts'
import type { AuthorOf } from './review-pulls.ts'

export interface Evaluating extends EvaluateInput {
  readonly room: Room
  /** The commit of main whose house evaluates. */
  readonly main: string
  readonly authorOf: AuthorOf
  /** Of a change of the house; `undefined` where nobody can tell. */
  readonly effectOf: (change: Change) => Promise<HouseEffect | undefined>
}

/**
 * Evaluates main's requests, and those of the tree that each open pull request would make of it. Threat: a change that is none of its
 * author's business is not evaluated at all, so nobody's processor is spent on strangers.
 */
export async function evaluatePulls(pulls: readonly PullRequest[], evaluating: Evaluating): Promise<HandedOver> {
  const { room, main, effectOf } = evaluating
  const blobs: Blobs = new Map()
  const folders: Folder[] = [...(await treeAt(room.git, main, blobs)).folders]
  const effects: Record<string, HouseEffect> = {}
  for (const { change, kind } of await changesOf(pulls, evaluating)) {
    if (kind === 'requests' || kind === 'removal') folders.push(...(await treeAt(room.git, change.tree, blobs)).folders)
    const effect = kind === 'house' ? await effectOf(change) : undefined
    if (effect !== undefined) effects[change.head] = effect
  }
  return { v: 1, main, evaluations: Object.fromEntries(await evaluateFolders(folders, evaluating)), effects }
}

interface Kinded {
  readonly change: Change
  readonly kind: ChangeKind
}

async function changesOf(pulls: readonly PullRequest[], evaluating: Evaluating): Promise<readonly Kinded[]> {
  const { room, main, house, authorOf } = evaluating
  const looked = [...attended(pulls)]
  const heads = await fetchHeads(
    room,
    looked.map(({ number }) => number),
  )
  const kinded: Kinded[] = []
  for (const pull of looked) {
    const head = heads.get(pull.number)
    const change = typeof head === 'string' ? await readChange(room.git, head, main) : undefined
    if (change === undefined || 'unreadable' in change) continue
    kinded.push({ change, kind: kindOf({ author: await authorOf(pull, change), roster: house.lab, change }) })
  }
  return kinded
}
