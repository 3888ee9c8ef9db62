import lab from '#lab/config'
import { ask } from './ask.ts'
import { invalid, type Check } from './check.ts'
import { diskSizeIntended } from './intended.ts'
import { made } from './made.ts'
import type { PersistentVolumeClaim } from './manifests.ts'
import { meta } from './meta.ts'
import type { VolumeOptions } from './options.ts'
import { plain } from './plain.ts'
import type { Gi, Ti } from './words.ts'

/** A disk. */
export interface Volume extends PersistentVolumeClaim {
  spec: PersistentVolumeClaim['spec'] & { storageClassName: string }
}

const standInSize = '1Gi'

const checkSize: Check<string> = (size, at) =>
  typeof size === 'string' && /^\d{1,6}(\.\d{1,3})?[GT]i$/.test(size) && parseFloat(size) > 0
    ? size
    : invalid(at, size, 'volume-size', { write: diskSizeIntended(size) })

/** A disk that outlives its runs: `export const data = volume('data', '100Gi')` */
export function volume(name: string, size: Gi | Ti, options?: VolumeOptions): Volume {
  const { name: ownName, asked, faults } = ask('volume', name, options, 2)
  const { class: storageClassName, shared } = asked.storage ?? lab.storage[lab.defaults.storage]
  const storage = checkSize(plain(size), { template: 'volume', faults, key: 1, called: 'size' })
  const { incarnation } = asked
  const marks = { readers: people(asked.readers), writers: people(asked.writers), incarnation }
  const manifest: Volume = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: meta(ownName, marks),
    spec: {
      accessModes: [shared ? 'ReadWriteMany' : 'ReadWriteOnce'],
      resources: { requests: { storage: storage ?? standInSize } },
      storageClassName,
    },
  }
  return made('volume', manifest, faults)
}

/** Consent is an annotation, judged in Git: to change it touches no claim. */
function people(logins: readonly string[] | undefined): string | undefined {
  return logins?.length ? logins.toSorted().join(',') : undefined
}
