import { at, itemsAt, textAt } from './at.ts'
import type { Lab } from './lab.ts'
import type { Manifest } from './manifest.ts'
import type { ClaimRecord } from './memory.ts'

/** A disk as its text says it; a class that is left out is the cluster's own. */
export type DiskText = Pick<ClaimRecord, 'storage' | 'class' | 'modes'>

export function diskOf(claim: Manifest, lab: Lab): DiskText {
  const storage = at(claim, 'spec', 'resources', 'requests', 'storage')
  return {
    storage: typeof storage === 'string' || typeof storage === 'number' ? String(storage) : '0',
    class: textAt(claim, 'spec', 'storageClassName') ?? lab.rules.storage.default,
    modes: itemsAt(claim, 'spec', 'accessModes').filter((mode) => typeof mode === 'string'),
  }
}
