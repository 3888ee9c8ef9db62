import { at, countable, itemsAt, textAt } from '../../../model/at.ts'
import type { Disk } from '../../../model/footprint.ts'
import { kindOf, markOf, type Manifest } from '../../../model/manifest.ts'
import { units } from '../../../model/quantity.ts'

/** What a claim asks for and whom its owner lets in; `undefined` for other kinds. */
export function diskOf(manifest: Manifest): Disk | undefined {
  if (kindOf(manifest) !== 'PersistentVolumeClaim') return undefined
  const storageClass = textAt(manifest, 'spec', 'storageClassName')
  return {
    bytes: countable(units(at(manifest, 'spec', 'resources', 'requests', 'storage')) ?? 0),
    ...(storageClass !== undefined && { storageClass }),
    modes: itemsAt(manifest, 'spec', 'accessModes').filter((mode) => typeof mode === 'string'),
    readers: logins(markOf(manifest, 'annotations', 'lab/readers')),
    writers: logins(markOf(manifest, 'annotations', 'lab/writers')),
  }
}

function logins(text = ''): readonly string[] {
  return text
    .split(',')
    .map((login) => login.trim())
    .filter((login) => login !== '')
}
