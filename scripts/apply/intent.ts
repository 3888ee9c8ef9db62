import type { ClaimRecord, MemoryRecord, RunRecord, StandingRecord, Time, Uid } from '../model/memory.ts'
import { natureOf } from '../model/object-key.ts'
import type { Step } from '../model/plan.ts'

/**
 * What is remembered of a step before any of it is done: enough for any later apply to find what this one may have made, or to go on
 * with what it may have begun. `undefined`: nothing.
 */
export function intentOf(step: Step, now: Time): MemoryRecord | undefined {
  const { operation, before, after, uid } = step
  const isRun = natureOf(step.key) === 'run'
  if (operation === 'create') return after && unmade(after)
  if (operation === 'launch') return isAccepted(before, uid) ? before : after && unmade(after)
  if (operation === 'replace')
    return isRun ? after && replacing(after as RunRecord, uid) : begun(owned(before ?? after, uid))
  if (operation === 'update') return owned(before ?? begun(after), uid)
  if (operation === 'stop') return stopping(step, now)
  return operation === 'delete' ? owned(before, uid) : (after ?? before)
}

/** As it is remembered while its object may or may not exist. */
function unmade(record: MemoryRecord): MemoryRecord {
  if ('run' in record) return intendedRun(record)
  return 'incarnation' in record ? intendedClaim(record) : intendedStanding(record)
}

function intendedRun({ uid: _made, openedAt: _opened, ...record }: RunRecord): RunRecord {
  return { ...record, phase: 'intended' }
}

function intendedClaim({ uid: _made, ...record }: ClaimRecord): ClaimRecord {
  return { ...record, phase: 'intended' }
}

function intendedStanding({ uid: _made, observed: _seen, ...record }: StandingRecord): StandingRecord {
  return { ...record, phase: 'intended' }
}

function replacing(after: RunRecord, previous: Uid | undefined): RunRecord {
  return { ...intendedRun(after), ...(previous !== undefined && { previous }) }
}

/** An object that was made, and its UID not remembered, by an apply that died: it is remembered before it is changed or deleted. */
function owned(record: MemoryRecord | undefined, uid: Uid | undefined): MemoryRecord | undefined {
  if (record === undefined || 'run' in record || 'incarnation' in record) return record
  if (uid === undefined || record.uid === uid) return record
  const { observed: _ofAnother, ...rest } = record
  return { ...rest, phase: 'intended', uid }
}

function begun(record: MemoryRecord | undefined): MemoryRecord | undefined {
  return record && !('run' in record) && !('incarnation' in record) ? { ...record, phase: 'intended' } : record
}

/** The end is recorded first and the phase last: until the object is seen gone the run still counts as live. */
function stopping({ before, after }: Step, now: Time): MemoryRecord | undefined {
  if (before === undefined || !('run' in before) || before.end !== undefined) return before
  if (before.phase !== 'accepted' && before.phase !== 'opened') return before
  if (after === undefined) return { ...before, end: 'stopped', endedAt: now }
  if (!('run' in after) || after.end === undefined) return before
  return { ...before, end: after.end, endedAt: after.endedAt ?? now }
}

function isAccepted(record: MemoryRecord | undefined, uid: Uid | undefined): boolean {
  return record !== undefined && 'run' in record && record.phase === 'accepted' && record.uid === uid
}
