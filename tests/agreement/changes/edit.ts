import type { Json, JsonObject, Path } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'

/** The manifest with another value at a place; the objects and lists above are made on the way there, none is changed. */
export function put(manifest: Manifest, path: Path, value: Json): Manifest {
  return changed(manifest, path, () => value) as Manifest
}

/** The manifest without what stands at a place. */
export function take(manifest: Manifest, path: Path): Manifest {
  return changed(manifest, path, () => undefined) as Manifest
}

/** The manifest with a field, or a key of a map, called otherwise. */
export function rename(manifest: Manifest, path: Path, name: string): Manifest {
  const key = path.at(-1)
  return changed(manifest, path.slice(0, -1), (object) =>
    Object.fromEntries(Object.entries(object as JsonObject).map(([old, value]) => [old === key ? name : old, value])),
  ) as Manifest
}

function changed(
  value: Json | undefined,
  path: Path,
  change: (value: Json | undefined) => Json | undefined,
): Json | undefined {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value)) return inList(value as readonly Json[], Number(key), (item) => changed(item, rest, change))
  const object = (value ?? {}) as JsonObject
  const inner = changed(Object.hasOwn(object, key) ? object[key] : undefined, rest, change)
  const others = Object.entries(object).filter(([name]) => name !== key || inner !== undefined)
  const entries = others.map(([name, old]) => [name, name === key ? inner : old] as const)
  return Object.fromEntries(
    Object.hasOwn(object, key) || inner === undefined ? entries : [...entries, [key, inner]],
  ) as JsonObject
}

function inList(
  list: readonly Json[],
  index: number,
  change: (item: Json | undefined) => Json | undefined,
): readonly Json[] {
  const item = change(list[index])
  return item === undefined ? list.toSpliced(index, 1) : list.toSpliced(index, 1, item)
}
