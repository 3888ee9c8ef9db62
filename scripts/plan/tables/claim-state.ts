import type { ClaimCase, Setting } from '../case.ts'
import { isMarked } from './run-state.ts'
import { after } from '../time.ts'
import { textAt } from '../../model/at.ts'
import { dayIn } from '../../model/day.ts'
import { diskOf, type DiskText } from '../../model/disk-text.ts'
import type { Retirement } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { ClaimRecord } from '../../model/memory.ts'
import { nameIn } from '../../model/object-key.ts'
import { nanos } from '../../model/quantity.ts'

/** Columns of the table of claims. */
export type ClaimState = 'absent' | 'pending' | 'bound' | 'lost' | 'deleting' | 'foreign' | 'other UID'

export type ClaimWish =
  | 'absent'
  | 'present'
  | 'same'
  | 'larger'
  | 'smaller'
  | 'other class or mode'
  | 'higher incarnation'
  | 'lower incarnation'
  | 'retired'
  | 'still requested'

/** Rows: what is remembered. A retirement that is not due any more leaves a released claim. */
export function claimMemory({ record }: ClaimCase, wish: ClaimWish): 'none' | ClaimRecord['phase'] {
  return record?.phase === 'retiring' && wish !== 'retired' ? 'released' : (record?.phase ?? 'none')
}

/** Rows: what main asks for; `retired`: and the retirement is due. */
export function claimWish(the: ClaimCase, setting: Setting): ClaimWish {
  const { record, wanted } = the
  const isDue = dueRetirement(the, setting) !== undefined
  if (wanted === undefined) return isDue ? 'retired' : 'absent'
  if (isDue) return 'still requested'
  if (record?.phase !== 'kept') return 'present'
  if (wanted.incarnation > record.incarnation) return 'higher incarnation'
  if (wanted.incarnation < record.incarnation) return 'lower incarnation'
  return comparedTo(record, diskOf(wanted.manifest, setting.lab))
}

function comparedTo(record: DiskText, disk: DiskText): 'same' | 'larger' | 'smaller' | 'other class or mode' {
  const [asked, has] = [nanos(disk.storage) ?? 0n, nanos(record.storage) ?? 0n]
  if (disk.class !== record.class || modesText(disk) !== modesText(record)) return 'other class or mode'
  return asked === has ? 'same' : asked > has ? 'larger' : 'smaller'
}

function modesText({ modes }: DiskText): string {
  return modes.toSorted().join()
}

export function claimState(the: ClaimCase, lab: string): ClaimState {
  const { record, live } = the
  if (live === undefined) return 'absent'
  if (live.deleting) return 'deleting'
  if (live.owned || the.holder !== undefined) return 'foreign'
  const isRecorded = record?.uid === live.uid
  if (!isRecorded && !isMarked(the, lab)) return 'foreign'
  if (!isRecorded && record?.uid !== undefined) return 'other UID'
  return phaseOf(live.manifest)
}

function phaseOf(claim: Manifest): 'pending' | 'bound' | 'lost' {
  const phase = textAt(claim, 'status', 'phase')
  return phase === 'Bound' ? 'bound' : phase === 'Lost' ? 'lost' : 'pending'
}

/** Footnote 8: the day has come, and is a week or more after the release. Without a clock to trust no day has come. */
export function dueRetirement(the: ClaimCase, { lab, clock, clockIsOff }: Setting): Retirement | undefined {
  const { record } = the
  if (clockIsOff || (record?.phase !== 'released' && record?.phase !== 'retiring')) return undefined
  const orders = lab.retirements.filter(({ claim }) => claim === nameIn(the.key))
  if (orders.length === 0) return undefined
  const today = dayIn(lab.timeZone, new Date(clock))
  const earliest = record.phase === 'retiring' ? '' : dayIn(lab.timeZone, new Date(after(record.since, 7 * 24)))
  return orders.find(({ on }) => on <= today && on >= earliest)
}
