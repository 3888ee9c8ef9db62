import { at, itemsAt, textAt } from '../../model/at.ts'
import { isObject, type Json, type JsonObject, type Path } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'
import { fieldManager } from '../../model/owned.ts'

/** Another manager, and the fields that it owns with other values than ours (`apply.md` 10). */
export interface Contest {
  readonly manager: string
  readonly fields: readonly Path[]
}

/** Who, besides us, owns one of these paths of a live object. */
export function contestOf(live: Manifest, paths: readonly Path[]): Contest | undefined {
  const others = itemsAt(live, 'metadata', 'managedFields').filter(
    (entry) => textAt(entry, 'manager') !== fieldManager && textAt(entry, 'subresource') === undefined,
  )
  const contests = others.map((entry) => ({
    manager: textAt(entry, 'manager') ?? '?',
    fields: paths.filter((path) => owns(at(entry, 'fieldsV1'), path, live)),
  }))
  return contests.find(({ fields }) => fields.length > 0)
}

/** `fields` as in `fieldsV1`: what has nothing below it is owned whole. */
function owns(fields: Json | undefined, path: Path, value: Json | undefined): boolean {
  const [step, ...rest] = path
  if (!isObject(fields)) return false
  const below = Object.keys(fields).filter((name) => name !== '.')
  if (below.length === 0) return true
  if (step === undefined) return true
  if (typeof step === 'string') return owns(fields[`f:${step}`], rest, isObject(value) ? value[step] : undefined)
  const item = Array.isArray(value) ? (value[step] as Json) : undefined
  const named = below.find((name) => isObject(item) && selects(name, item))
  return named !== undefined && owns(fields[named], rest, item)
}

function selects(name: string, item: JsonObject): boolean {
  if (!name.startsWith('k:')) return false
  const keys = JSON.parse(name.slice(2)) as Json
  return isObject(keys) && Object.entries(keys).every(([key, value]) => item[key] === value)
}
