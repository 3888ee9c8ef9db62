import { isLoss } from './losses.ts'
import { inventoriesIn } from '../queue/in-use.ts'
import { byText } from '../order.ts'
import { after } from '../time.ts'
import type { Desired } from '../../model/desired.ts'
import type { Ledger, MemoryRecord, Time } from '../../model/memory.ts'
import type { Lock, Step } from '../../model/plan.ts'
import type { World } from '../../model/world.ts'

export interface Opened {
  /** Exactly so many losses are meant. */
  readonly prune?: number
  readonly acceptHistory?: boolean
  /** There is no ledger yet, and this apply makes it. */
  readonly init?: boolean
}

/** What could not be read decides nothing: with one of these there is no plan (`apply.md` 7). */
export function readingLocks(
  { ledger, inventories, objects, unread }: World,
  lab: string,
  { init }: Opened,
): readonly Lock[] {
  const lists = unread.length === 0 ? [] : [labLock('unread-lists', { kinds: unread.toSorted() })]
  if (ledger.state === 'read') return lists
  if (ledger.state === 'unreadable') return [...lists, labLock('ledger', { why: ledger.why })]
  if (init !== true) return [...lists, labLock('ledger', { why: 'absent' })]
  const members = [...inventories].flatMap(([login, { state }]) => (state === 'absent' ? [] : [login])).sort(byText)
  const marked = objects.filter(({ marks }) => marks?.lab === lab).map(({ key }) => key)
  const isEmpty = members.length === 0 && marked.length === 0
  return isEmpty
    ? lists
    : [...lists, labLock('ledger', { why: 'not-first', inventories: members, objects: marked.toSorted(byText) })]
}

/** An older commit than the newest that was applied; and a clock that runs behind the ledger's, which stops only what needs to know the time. */
export function ledgerLocks(ledger: Ledger, { height, commit }: Desired, clock: Time, opened: Opened): readonly Lock[] {
  const isOlder = ledger.height > height && opened.acceptHistory !== true
  const args = { height, commit, newest: ledger.height, head: ledger.head }
  const behind: Lock = { lock: 'clock', scope: 'clock', args: { clock, ledger: ledger.clock } }
  return [...(isOlder ? [labLock('older-commit', args)] : []), ...(isBehind(clock, ledger) ? [behind] : [])]
}

/** By more than ten minutes. */
export function isBehind(clock: Time, ledger: Ledger): boolean {
  return after(clock, 1 / 6) < ledger.clock
}

/** More is taken away than anybody would do on purpose without saying the number. */
export function lossLocks(
  steps: readonly Step[],
  wanted: Desired['wanted'],
  world: World,
  frozen: ReadonlySet<string>,
  { prune }: Opened,
): readonly Lock[] {
  const records = inventoriesIn(world)
    .filter(({ member }) => !frozen.has(member))
    .flatMap((inventory) => Object.values(inventory.records))
  const live = records.filter(isLive).length
  if (wanted.length === 0 && live > 0) return [labLock('nothing-desired', { live })]
  const losses = steps.filter(isLoss).length
  const limit = Math.max(5, Math.floor(live / 5))
  return losses > limit && losses !== prune ? [labLock('many-losses', { losses, limit, live })] : []
}

function isLive({ phase }: MemoryRecord): boolean {
  return !['held', 'ended', 'released', 'retiring'].includes(phase)
}

function labLock(lock: Lock['lock'], args: Lock['args']): Lock {
  return { lock, scope: 'lab', args }
}
