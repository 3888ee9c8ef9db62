import { runEnd } from '../model/run-end.ts'
import { kindIn, type Key } from '../model/object-key.ts'
import { usesOf } from '../model/uses-of.ts'
import type { LiveObject } from '../model/world.ts'

/** Claims and ConfigMaps that unfinished work of anybody mounts or reads; pods count as what made them. */
export function mountedBy(
  objects: readonly LiveObject[],
  pods: ReadonlyMap<Key, readonly LiveObject[]>,
): ReadonlyMap<Key, readonly Key[]> {
  const ofPods = [...pods].flatMap(([maker, own]) => own.flatMap((pod) => uses(pod, maker)))
  const ofOthers = objects.filter(isUnfinished).flatMap((object) => uses(object, object.key))
  const all = Map.groupBy([...ofPods, ...ofOthers], ({ used }) => used)
  return new Map([...all].map(([used, entries]) => [used, [...new Set(entries.map(({ by }) => by))].sort()]))
}

function uses({ manifest }: LiveObject, by: Key): readonly { readonly used: Key; readonly by: Key }[] {
  return usesOf(manifest).map(({ key }) => ({ used: key, by }))
}

function isUnfinished({ key, manifest }: LiveObject): boolean {
  return ['Job', 'Deployment'].includes(kindIn(key)) && runEnd(manifest) === undefined
}
