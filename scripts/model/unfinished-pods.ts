import { itemsAt, textAt } from './at.ts'
import { markOf } from './manifest.ts'
import { kindIn, type Key } from './object-key.ts'
import type { LiveObject } from './world.ts'
import { runEnd } from './run-end.ts'

/** Pods that may hold a machine, terminating ones too, by what made them; a bare Pod made itself. */
export function unfinishedPods(objects: readonly LiveObject[]): ReadonlyMap<Key, readonly LiveObject[]> {
  const keyOf = new Map(objects.map(({ uid, key }) => [uid, key]))
  const pods = objects.filter(({ key, manifest }) => kindIn(key) === 'Pod' && runEnd(manifest) === undefined)
  return Map.groupBy(pods, (pod) => makerOf(pod, keyOf))
}

/** The Job, or the Deployment behind its ReplicaSet. Source: apps/v1, a ReplicaSet is called `<deployment>-<pod-template-hash>`. */
function makerOf(pod: LiveObject, keyOf: ReadonlyMap<string, Key>): Key {
  const owners = itemsAt(pod.manifest, 'metadata', 'ownerReferences')
  const direct = owners.map((owner) => keyOf.get(textAt(owner, 'uid') ?? '')).find((key) => key !== undefined)
  if (direct !== undefined) return direct
  const set = owners.find((owner) => textAt(owner, 'kind') === 'ReplicaSet')
  const hash = markOf(pod.manifest, 'labels', 'pod-template-hash')
  const name = textAt(set, 'name')
  return hash !== undefined && name?.endsWith(`-${hash}`) === true
    ? `Deployment/${name.slice(0, -hash.length - 1)}`
    : pod.key
}
