import { at } from './at.ts'
import { configsOf } from './configs-of.ts'
import type { Path } from './json.ts'
import { kindOf, type Manifest } from './manifest.ts'
import { mountsOf } from './mounts-of.ts'
import type { Key } from './object-key.ts'
import { podSpecPath } from './pod-spec-path.ts'

export interface ObjectUse {
  readonly key: Key
  readonly path: Path
  /** The pods start without it. */
  readonly optional: boolean
}

/** Claims and ConfigMaps that the pods of a workload mount or read, and where it says so. */
export function usesOf(manifest: Manifest): readonly ObjectUse[] {
  const path = podSpecPath(kindOf(manifest))
  if (path === undefined) return []
  const podSpec = at(manifest, ...path)
  const disks = mountsOf(podSpec).map(({ claim, volume }): ObjectUse => ({
    key: `PersistentVolumeClaim/${claim}`,
    path: [...path, 'volumes', volume, 'persistentVolumeClaim', 'claimName'],
    optional: false,
  }))
  const configs = configsOf(podSpec, path).map(({ name, ...use }): ObjectUse => ({ key: `ConfigMap/${name}`, ...use }))
  return [...disks, ...configs]
}
