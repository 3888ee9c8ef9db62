import { exceeds } from './demand.ts'
import { fixedDigest } from '../tables/fixed-digest.ts'
import { outOfLine } from '../tables/run-cells.ts'
import type { Wanted } from '../../model/desired.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Commit, MemoryRecord, RunRecord, Ticket, Time } from '../../model/memory.ts'
import type { Hold, Step } from '../../model/plan.ts'

export interface Holding {
  readonly hold: Hold
  readonly args: JsonObject
  readonly commit: Commit
  /** Since when the lab's total keeps it waiting; absent for other holds, which close nothing behind them. */
  readonly since?: Time
}

/** A step that is due, not now. Nothing is written but a run's place in line, which its first hold freezes. */
export function held(step: Step, { hold, args, commit, since }: Holding): Step {
  const { uid: _, patch: __, endsSince: ___, waits: ____, after: _____, ...rest } = step
  const { before, wanted } = step
  const after = wanted && isRun(step) ? inLine(before, wanted, commit, since) : before
  return { ...rest, operation: 'hold', hold, args, ...(after && { after }) }
}

/** Where it stands: frozen when it was first held, unless it asks for more now (`apply.md` 5). */
export function ticketOf({ before, wanted }: Step): Ticket | undefined {
  const frozen = before !== undefined && 'run' in before && before.ticket !== undefined ? before : undefined
  if (frozen === undefined || wanted === undefined) return wanted?.ticket
  return exceeds(wanted.demand, askedIn(frozen)) ? wanted.ticket : frozen.ticket
}

/** Since when it has been kept waiting by the lab's total, as far as its place in line goes back. */
export function waitingSince(step: Step): Time | undefined {
  const { before } = step
  if (before === undefined || !('run' in before) || before.ticket === undefined) return undefined
  return ticketOf(step) === before.ticket ? before.heldSince : undefined
}

function askedIn(record: RunRecord): RunRecord['demand'] {
  return record.phase === 'held' ? record.demand : (record.asked ?? record.demand)
}

function isRun({ operation, after }: Step): boolean {
  return ['launch', 'replace', 'update'].includes(operation) && after !== undefined && 'run' in after
}

/** Beside a run that was launched or ended its own memory stays; what was never made is remembered as held. */
function inLine(before: MemoryRecord | undefined, wanted: Wanted, commit: Commit, since: Time | undefined): RunRecord {
  const record = before !== undefined && 'run' in before ? before : undefined
  const line = { ticket: frozenTicket(record, wanted), ...(since !== undefined && { heldSince: since }) }
  if (record !== undefined && !isUnmade(record)) return { ...outOfLine(record), ...line, asked: wanted.demand }
  const { run, digest, demand, manifest } = wanted
  const text = record?.digest === digest && record.run === run && record.phase === 'held' ? record.commit : commit
  return { run, phase: 'held', digest, fixed: fixedDigest(manifest), commit: text, demand, ...line }
}

function frozenTicket(record: RunRecord | undefined, wanted: Wanted): Ticket {
  if (record?.ticket === undefined || exceeds(wanted.demand, askedIn(record))) return wanted.ticket
  return record.ticket
}

function isUnmade({ phase, previous }: RunRecord): boolean {
  return phase === 'held' || (phase === 'intended' && previous === undefined)
}
