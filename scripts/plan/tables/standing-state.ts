import type { Setting, StandingCase } from '../case.ts'
import { contestOf, type Contest } from './contest-of.ts'
import { differences } from './differences.ts'
import { isMarked } from './run-state.ts'
import type { Path } from '../../model/json.ts'
import { markOf } from '../../model/manifest.ts'
import { meaningOf } from '../../model/meaning.ts'
import { observedDigest, ownedPart } from '../../model/owned.ts'
import type { Wanted } from '../../model/desired.ts'
import type { LiveObject } from '../../model/world.ts'

/** Columns of the table of standing objects. */
export type StandingState = 'absent' | 'same' | 'differs' | 'contested' | 'deleting' | 'foreign' | 'other UID'

type Comparison = 'same' | 'differs' | 'contested'

export function standingMemory({ record }: StandingCase): 'none' | 'intended' | 'kept' {
  return record?.phase ?? 'none'
}

export function standingState(the: StandingCase, { lab }: Setting): StandingState {
  const { record, live, wanted } = the
  if (live === undefined) return 'absent'
  if (live.deleting) return 'deleting'
  if (live.owned || the.holder !== undefined) return 'foreign'
  const isRecorded = record?.uid === live.uid
  if (!isRecorded && record?.phase === 'kept' && record.uid !== undefined) return 'other UID'
  if (!isRecorded && !isOurs(the, lab.namespace)) return 'foreign'
  return wanted === undefined ? 'same' : compared(live, wanted, record)
}

/** Our mark, written by our field manager: what we made, and had no time to remember. */
function isOurs(the: StandingCase, lab: string): boolean {
  if (the.live === undefined || !isMarked(the, lab)) return false
  return markOf(ownedPart(the.live.manifest), 'annotations', 'lab/key') === the.key
}

/**
 * Unchanged in Git and in the cluster since it was last written; without that memory, field by field. Of an incarnation that a crash
 * kept from being remembered there is none: the record is about the one before it.
 */
function compared(live: LiveObject, wanted: Wanted, record: StandingCase['record']): Comparison {
  const known = record?.uid === live.uid ? record : undefined
  const isWritten = known?.digest === wanted.digest
  if (isWritten && known?.observed === observedDigest(live.manifest)) return 'same'
  const found = afresh(live, wanted)
  return found === 'same' && known !== undefined && !isWritten ? 'differs' : found
}

/** What is there against what is wanted, whoever wrote it. */
export function afresh(live: LiveObject, wanted: Wanted): Comparison {
  if (contest(live, wanted) !== undefined) return 'contested'
  return fieldByField(live, wanted)
}

function fieldByField(live: LiveObject, wanted: Wanted): Comparison {
  const [ours, said] = [meaningOf(ownedPart(live.manifest)), meaningOf(wanted.manifest)]
  return differences(said, ours).length === 0 && differences(ours, said).length === 0 ? 'same' : 'differs'
}

/** Where the live object lacks or changes what is wanted. */
export function driftOf(live: LiveObject, wanted: Wanted): readonly Path[] {
  return differences(meaningOf(wanted.manifest), meaningOf(live.manifest))
}

/** Who else owns what we would change. */
export function contest(live: LiveObject, wanted: Wanted): Contest | undefined {
  return contestOf(live.manifest, driftOf(live, wanted))
}
