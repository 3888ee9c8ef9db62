import { checkDisk } from './check-mounts.ts'
import { context } from './context.ts'
import { mentioned, type OptionFault } from './made.ts'
import { plain } from './plain.ts'
import type { Disk } from './words.ts'

/** Your own disk, safe from this run: `mounts: { '/data': readOnly(data) }`. Requests nothing. */
export function readOnly(disk: Disk): Disk {
  const faults: OptionFault[] = []
  const found = checkDisk(plain(disk), { template: 'readOnly', faults, key: 0, called: 'disk' })
  const name = found?.claim ?? `${context().prefix}-disk`
  const reference: Disk = { kind: 'PersistentVolumeClaim', metadata: { name }, readOnly: true }
  return mentioned('readOnly', found?.spec === undefined ? reference : { ...reference, spec: found.spec }, faults)
}
