import { audit, type AuditInput } from '../../audit/index.ts'
import { readWorld, type Connection } from '../../cluster/index.ts'
import type { AuditFinding } from '../../model/audit-finding.ts'

/** What an audit finds in the cluster as it is now. Reads, and asks nothing. Rejects as `readWorld` does. */
export async function auditLive(
  connection: Connection,
  input: Omit<AuditInput, 'world'>,
): Promise<readonly AuditFinding[]> {
  return audit({ ...input, world: await readWorld(connection) })
}
