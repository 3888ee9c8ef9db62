import { at, itemsAt, textAt } from '../model/at.ts'
import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import type { AuditCodes } from '../model/codes/audit.ts'
import type { Manifest } from '../model/manifest.ts'
import type { StandingRecord } from '../model/memory.ts'
import { natureOf } from '../model/object-key.ts'
import { fieldManager, observedDigest } from '../model/owned.ts'
import type { LiveObject } from '../model/world.ts'
import type { Kept, Sight } from './sight.ts'

/** Settings, addresses and services that are not as they were left. What is wanted otherwise by now is the next apply's, no drift. */
export function standingFindings({ kept }: Sight): readonly AuditFinding[] {
  return kept.filter(isStanding).flatMap(findingsOf)
}

function isStanding(kept: Kept): kept is Kept<StandingRecord> {
  return natureOf(kept.key) === 'standing' && kept.record.phase === 'kept'
}

function findingsOf({ member, key, record, live }: Kept<StandingRecord>): readonly AuditFinding[] {
  const about = { member, key }
  const is = whatIsThere(live, record)
  if (is !== 'ours') return [auditFinding('object-missing', { is }, about)]
  const isAsLeft =
    record.observed === undefined || live === undefined || record.observed === observedDigest(live.manifest)
  return isAsLeft ? [] : [auditFinding('drifted', lastHand(live.manifest), about)]
}

function whatIsThere(
  live: LiveObject | undefined,
  { uid }: StandingRecord,
): AuditCodes['object-missing']['is'] | 'ours' {
  if (live === undefined) return 'absent'
  if (uid !== undefined && live.uid !== uid) return 'another'
  return live.deleting ? 'deleting' : 'ours'
}

/** Who else wrote to it last, by the server's own books; statuses are no one's hand. */
function lastHand(manifest: Manifest): AuditCodes['drifted'] {
  const hands = itemsAt(manifest, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'manager') !== fieldManager && at(entry, 'subresource') === undefined,
  )
  const [last] = hands.toSorted((one, other) => ((textAt(one, 'time') ?? '') > (textAt(other, 'time') ?? '') ? -1 : 1))
  const [by, time] = [textAt(last, 'manager'), textAt(last, 'time')]
  return { ...(by !== undefined && { by }), ...(time !== undefined && { at: time }) }
}
