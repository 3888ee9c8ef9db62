import { isObject, type Json, type Path } from '../../model/json.ts'

/**
 * Where `live` lacks or changes what `wanted` says; what only `live` has counts for nothing, for servers and webhooks add things. Paths
 * lead through `live` as far as it goes. Items of lists meet by name or mount path, else by place; lists of plain values are one value.
 */
export function differences(wanted: Json, live: Json | undefined, path: Path = []): readonly Path[] {
  if (isObject(wanted)) {
    if (!isObject(live)) return [path]
    return Object.entries(wanted).flatMap(([name, part]) => differences(part, live[name], [...path, name]))
  }
  if (Array.isArray(wanted) && wanted.some((item: Json) => isObject(item))) return inList(wanted, live, path)
  return JSON.stringify(wanted) === JSON.stringify(live) ? [] : [path]
}

function inList(wanted: readonly Json[], live: Json | undefined, path: Path): readonly Path[] {
  if (!Array.isArray(live)) return [path]
  const items: readonly Json[] = live
  return wanted.flatMap((item, index) => {
    const name = nameOf(item)
    const place = name === undefined ? index : items.findIndex((other) => nameOf(other) === name)
    return place < 0 ? [path] : differences(item, items[place], [...path, place])
  })
}

function nameOf(item: Json): Json | undefined {
  return isObject(item) ? (item['mountPath'] ?? item['name']) : undefined
}
