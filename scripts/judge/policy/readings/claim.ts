import { isObject, type Json } from '../../../model/json.ts'
import type { Lab, StorageClass } from '../../../model/lab.ts'
import type { Manifest } from '../../../model/manifest.ts'

/** What a disk's claim says about itself. */
export interface Claim {
  readonly className: string | undefined
  readonly modes: readonly string[]
  readonly size: Json | undefined
}

export function claimOf({ spec }: Manifest): Claim {
  if (!isObject(spec)) return { className: undefined, modes: [], size: undefined }
  const { storageClassName, accessModes, resources } = spec
  const requests = isObject(resources) ? resources['requests'] : undefined
  return {
    className: typeof storageClassName === 'string' && storageClassName !== '' ? storageClassName : undefined,
    modes: Array.isArray(accessModes) ? (accessModes as readonly Json[]).map(String) : [],
    size: isObject(requests) ? requests['storage'] : undefined,
  }
}

export function storageOf(lab: Lab, className: string | undefined): StorageClass | undefined {
  return Object.values(lab.storage).find((storage) => storage.class === className)
}
