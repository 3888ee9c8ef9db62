import type { RunCase, Case } from '../case.ts'
import { runEnd } from '../../model/run-end.ts'
import { isClosed } from '../../model/gate.ts'
import type { Key } from '../../model/object-key.ts'
import type { LiveObject } from '../../model/world.ts'

/** Columns of the table of runs; `stray`: closed, under another UID than the recorded one. */
export type RunState = 'absent' | 'closed' | 'open' | 'finished' | 'deleting' | 'foreign' | 'copy' | 'stray'

/** Rows: what is remembered. Held reads as none. */
export function runMemory({ record }: RunCase): 'none' | 'intended' | 'launched' | 'ended' {
  if (record === undefined || record.phase === 'held') return 'none'
  return record.phase === 'accepted' || record.phase === 'opened' ? 'launched' : record.phase
}

/** Rows: what main asks for. `behind`: a lower number than the recorded one, wherever one is recorded. */
export function runWish(the: RunCase): 'absent' | 'present' | 'same' | 'new' | 'behind' {
  const { record, wanted } = the
  if (wanted === undefined) return 'absent'
  if (record !== undefined && wanted.run < record.run) return 'behind'
  if (record === undefined || runMemory(the) === 'none') return 'present'
  return wanted.run === record.run ? 'same' : 'new'
}

/** Columns: what is there. The UID in the memory makes an object ours; marks only tell a copy from a stranger. */
export function runState(the: RunCase, lab: string): RunState {
  const { record, live } = the
  if (live === undefined) return 'absent'
  if (live.deleting) return 'deleting'
  if (live.owned || the.holder !== undefined) return 'foreign'
  if (live.uid === (record?.uid ?? record?.previous)) return ownState(live)
  if (!isMarked(the, lab)) return 'foreign'
  if (ownState(live) !== 'closed') return 'copy'
  return record?.uid === undefined ? 'closed' : 'stray'
}

/** Our mark for this key, and for this member. */
export function isMarked({ key, member, live }: Case, lab: string): boolean {
  const marks = live?.marks
  return marks !== undefined && marks.lab === lab && marks.key === (key satisfies Key) && marks.owner === member
}

function ownState(live: LiveObject): 'closed' | 'open' | 'finished' {
  if (runEnd(live.manifest) !== undefined) return 'finished'
  return isClosed(live.manifest) ? 'closed' : 'open'
}
