import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import type { Sight } from './sight.ts'

/** What could not be read, and so not be looked at. */
export function readingFindings({ world }: Sight): readonly AuditFinding[] {
  const { ledger, inventories, unread } = world
  const listed = ledger.state === 'read' ? ledger.value.members : []
  const missing = listed.filter((member) => (inventories.get(member)?.state ?? 'absent') === 'absent')
  return [
    ...(unread.length === 0 ? [] : [auditFinding('lists-unread', { kinds: unread.toSorted() })]),
    ...(ledger.state === 'read' ? [] : [auditFinding('ledger-unread', { why: whyOf(ledger) })]),
    ...missing.map((member) => auditFinding('memory-unread', { why: 'missing' }, { member })),
    ...[...inventories].flatMap(([member, reading]) =>
      reading.state === 'unreadable' ? [auditFinding('memory-unread', { why: reading.why }, { member })] : [],
    ),
  ]
}

function whyOf(ledger: Exclude<Sight['world']['ledger'], { state: 'read' }>) {
  return ledger.state === 'unreadable' ? ledger.why : 'absent'
}
