import { textAt } from '../model/at.ts'
import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import { diskOf } from '../model/disk-text.ts'
import type { ClaimRecord, Time } from '../model/memory.ts'
import { nameIn, natureOf, type Key } from '../model/object-key.ts'
import { nanos } from '../model/quantity.ts'
import { usesOf } from '../model/uses-of.ts'
import type { LiveObject } from '../model/world.ts'
import type { Kept, Sight } from './sight.ts'
import { daysBetween, monthsAfter } from './times.ts'

/** Disks that are gone, changed, let go, or in danger of being purged. */
export function diskFindings(sight: Sight): readonly AuditFinding[] {
  const mounted = new Set([...sight.pods.values()].flatMap((pods) => pods.flatMap(disksOf)))
  return sight.kept.filter(isDisk).flatMap((kept) => findingsOf(kept, sight, mounted))
}

function isDisk(kept: Kept): kept is Kept<ClaimRecord> {
  return natureOf(kept.key) === 'claim' && kept.record.phase !== 'intended'
}

function disksOf({ manifest }: LiveObject): readonly Key[] {
  return usesOf(manifest).map(({ key }) => key)
}

function findingsOf(kept: Kept<ClaimRecord>, sight: Sight, mounted: ReadonlySet<Key>): readonly AuditFinding[] {
  const { member, key, record, live, wanted } = kept
  const { storage, since } = record
  const about = { member, key }
  if (wanted !== undefined && wanted.incarnation > record.incarnation) return []
  if (live === undefined) return absent(kept)
  if (record.uid !== undefined && live.uid !== record.uid)
    return [auditFinding('disk-replaced', { storage, since }, about)]
  if (live.deleting) return record.phase === 'retiring' ? [] : [auditFinding('disk-deleting', { storage }, about)]
  if (textAt(live.manifest, 'status', 'phase') === 'Lost') return [auditFinding('disk-lost', { storage }, about)]
  return [...changes(kept, live, sight), ...(mounted.has(key) ? letGo(kept, sight) : unused(kept, sight))]
}

/** What was to be destroyed is gone as ordered; the next apply forgets it. */
function absent({ member, key, record: { phase, storage, since } }: Kept<ClaimRecord>): readonly AuditFinding[] {
  if (phase === 'retiring') return []
  return [auditFinding('disk-vanished', { storage, since, released: phase === 'released' }, { member, key })]
}

/** More than is remembered may be the storage identity's doing, which remembers nothing: it counts where main asks for another size. */
function changes({ member, key, record, wanted }: Kept<ClaimRecord>, live: LiveObject, { lab }: Sight) {
  const is = diskOf(live.manifest, lab)
  const asked = wanted && nanos(diskOf(wanted.manifest, lab).storage)
  const size = nanos(is.storage) ?? 0n
  const isGrown = size > (nanos(record.storage) ?? 0n) && (asked === undefined || asked === size)
  const isSized = size === nanos(record.storage) || isGrown
  const pairs = [
    ['storage', isSized ? is.storage : record.storage, is.storage],
    ['class', record.class, is.class],
    ['modes', record.modes.toSorted().join(), is.modes.toSorted().join()],
  ] as const
  return pairs
    .filter(([, from, to]) => from !== to)
    .map(([field, from, to]) => auditFinding('disk-changed', { field, from, to }, { member, key }))
}

/** Months before the purge from which on somebody should know (`apply.md` 10). */
const warning = 1

function unused(kept: Kept<ClaimRecord>, sight: Sight): readonly AuditFinding[] {
  const { member, key, record } = kept
  const { lab, now, desired } = sight
  const released = record.phase !== 'kept'
  const since = released ? record.since : desired === undefined ? undefined : lastUse(kept, sight)
  const months = lab.rules.storage.purgeMonths
  if (since === undefined || monthsAfter(since, months - warning) > now) return letGo(kept, sight)
  const purgeIn = Math.max(0, daysBetween(now, monthsAfter(since, months)))
  return [auditFinding('disk-unused', { storage: record.storage, since, released, purgeIn }, { member, key })]
}

/** When a run that main still asks for last had it, as far as is remembered. */
function lastUse({ key, record }: Kept<ClaimRecord>, { kept }: Sight): Time {
  const uses = kept.filter(({ wanted }) => wanted?.needs.some((need) => need.key === key))
  return uses.map(({ record: run }) => usedAt(run)).reduce((last, time) => (time > last ? time : last), record.since)
}

function usedAt(record: Kept['record']): Time {
  return 'run' in record ? (record.endedAt ?? record.openedAt ?? '') : ''
}

function letGo({ member, key, record }: Kept<ClaimRecord>, { lab, now }: Sight): readonly AuditFinding[] {
  if (record.phase === 'kept') return []
  const { storage, since, uid } = record
  const days = daysBetween(since, now)
  const purgeIn = Math.max(0, daysBetween(now, monthsAfter(since, lab.rules.storage.purgeMonths)))
  const retires = lab.retirements.find((order) => order.claim === nameIn(key) && order.uid === uid)?.on
  const args = { storage, since, days, purgeIn, ...(retires !== undefined && { retires }) }
  return [auditFinding('disk-released', args, { member, key })]
}
