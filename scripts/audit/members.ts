import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import { natureOf } from '../model/object-key.ts'
import type { Kept, Sight } from './sight.ts'

/** Who is off the roster, and what is still remembered of them. */
export function memberFindings({ kept, lab }: Sight): readonly AuditFinding[] {
  const left = kept.filter(({ member }) => !Object.hasOwn(lab.members, member))
  return [...Map.groupBy(left, ({ member }) => member)].map(([member, own]) => {
    const disks = own.filter(({ key }) => natureOf(key) === 'claim').length
    return auditFinding('member-left', { live: own.filter(isLive).length, disks }, { member })
  })
}

function isLive({ key, record: { phase } }: Kept): boolean {
  return natureOf(key) !== 'claim' && ['intended', 'accepted', 'opened', 'kept'].includes(phase)
}
