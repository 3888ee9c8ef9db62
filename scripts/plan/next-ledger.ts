import { byText } from './order.ts'
import type { Desired } from '../model/desired.ts'
import type { Admission, Ledger, Time } from '../model/memory.ts'
import type { Step } from '../model/plan.ts'
import type { World } from '../model/world.ts'

export interface LedgerChange {
  readonly world: World
  readonly steps: readonly Step[]
  readonly desired: Desired
  /** Entries that count still, and those of this plan. */
  readonly admitted: readonly Admission[]
  readonly admissions: readonly Admission[]
  readonly clock: Time
}

/** The ledger to write, if a launch is admitted, a member is new, or main moved. What became of old entries goes with it, never alone. */
export function nextLedger(ledger: Ledger, change: LedgerChange): Ledger | undefined {
  const { desired, admitted, admissions, clock } = change
  const members = [...new Set([...ledger.members, ...remembered(change)])].sort(byText)
  const isMoved = ledger.head !== desired.commit || ledger.height !== desired.height
  if (admissions.length === 0 && members.length === ledger.members.length && !isMoved) return undefined
  const replaced = new Set(admissions.map(entryId))
  const entries = [...admitted.filter((entry) => !replaced.has(entryId(entry))), ...admissions]
  return {
    version: 1,
    height: desired.height,
    head: desired.commit,
    clock,
    members,
    admitted: entries.sort((left, right) => byText(entryId(left), entryId(right))),
  }
}

/** Whose memory exists, or will after this plan. */
function remembered({ world, steps }: LedgerChange): readonly string[] {
  const there = [...world.inventories].flatMap(([login, { state }]) => (state === 'read' ? [login] : []))
  const made = steps.flatMap(({ member, after }) => (after === undefined ? [] : [member]))
  return [...there, ...made]
}

function entryId({ member, key }: Admission): string {
  return `${member} ${key}`
}
