import { readChange } from '../../change/index.ts'
import { decide, kindOf } from '../../decide/index.ts'
import { treeAt } from '../../history/index.ts'
import type { Change, Unreadable } from '../../model/change.ts'
import { dayIn } from '../../model/day.ts'
import type { ChangeKind, Decision } from '../../model/decision.ts'
import type { Account, Facts } from '../../model/facts.ts'
import type { Tree } from '../../model/tree.ts'
import { checkFolders, type Checked } from '../check-lab.ts'
import { givenGrants } from './given-grants.ts'
import type { JudgedMain } from './judge-main.ts'
import { newsFor } from './news.ts'

type Opinions = Pick<Facts, 'reviews' | 'check'>

/** A pull request as GitHub's API and the fetch of its head tell it. */
export interface Pull {
  /** In whose name it is; what it changes may tell. */
  readonly authorOf: (change: Change | Unreadable) => Promise<Account>
  readonly head: string | Unreadable
  /** What people and the check say; asked only where it counts. */
  readonly opinions: () => Promise<Opinions>
}

/** A verdict, and everything that a comment about it is made of. */
export interface JudgedChange {
  readonly change: Change | Unreadable
  readonly facts: Facts
  readonly decision: Decision
  /** The tree after the merge, where the kind of the change asks for it. */
  readonly tree?: Tree
  /** All its requests, judged by main's house. */
  readonly checked?: Checked
}

/**
 * Judges the tree that main would have, by main's house. Threat: who asks, where, and how much is settled from Git's trees alone, before
 * any text of the change is read or evaluated; a change that is none of the author's business costs nothing.
 */
export async function judgeChange(pull: Pull, main: JudgedMain): Promise<JudgedChange> {
  const { head } = pull
  const { admins, members } = main.house.lab
  const change = typeof head === 'string' ? await readChange(main.git, head, main.commit) : head
  const nothing = { grants: [], findings: { own: [], lifted: [], others: [] } }
  const known = { author: await pull.authorOf(change), roster: { admins, members }, change: toldOf(change) }
  const kind = kindOf(known)
  const facts: Facts = { ...known, ...nothing, ...unasked }
  const seen = 'unreadable' in change ? { facts } : await looked(kind, change, facts, main)
  const decision = decide(seen.facts)
  if (kind !== 'house' && decision.verdict !== 'needs-admin') return { change, decision, ...seen }
  const heard = { ...seen.facts, ...(await pull.opinions()) }
  return { change, decision: decide(heard), ...seen, facts: heard }
}

const unasked: Opinions = { reviews: [], check: 'pending' }

function toldOf(change: Change | Unreadable): Facts['change'] {
  return 'unreadable' in change ? change : { head: change.head, paths: change.paths }
}

/** Facts, and what they were taken from. */
type Seen = Pick<JudgedChange, 'facts' | 'tree' | 'checked'>

async function looked(kind: ChangeKind, { tree: id, paths }: Change, facts: Facts, main: JudgedMain): Promise<Seen> {
  const { git, house, blobs, input } = main
  if (kind !== 'requests' && kind !== 'removal' && kind !== 'grants') return { facts }
  const tree = await treeAt(git, id, blobs)
  if (kind === 'grants') {
    const grants = givenGrants(paths, tree, house.lab, dayIn(house.lab.timeZone, input.now))
    return { facts: { ...facts, grants }, tree }
  }
  const checked = await checkFolders(tree.folders, house, input)
  const after = { checked, findings: [...tree.findings, ...checked.findings] }
  const author = { login: facts.author.login, touched: new Set(paths.map(({ path }) => path)) }
  return { facts: { ...facts, findings: newsFor(author, main, after) }, tree, checked }
}
