import { digestOf } from './digest.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Manifest } from './manifest.ts'
import type { Digest } from './memory.ts'

/** Apply's name in `managedFields`. */
export const fieldManager = 'lab'

/**
 * What of a live object is ours: kind, name, and the fields that `managedFields` gives to our manager by Apply, in the server's own
 * spelling. Somebody who writes one of them takes it from us (`apply.md` 10).
 */
export function ownedPart(live: Manifest): Manifest {
  const { apiVersion, kind, metadata } = live
  const name = isObject(metadata) ? metadata['name'] : undefined
  const fields = ourFields(live)
  const part = fields === undefined ? {} : cut(live, fields)
  const owned = isObject(part) ? part : {}
  return {
    ...(apiVersion !== undefined && { apiVersion }),
    ...(kind !== undefined && { kind }),
    ...owned,
    metadata: { ...(isObject(owned['metadata']) && owned['metadata']), ...(name !== undefined && { name }) },
  }
}

/** Of what we own of a live object: it changes when, and only when, somebody writes to our fields. */
export function observedDigest(live: Manifest): Digest {
  return digestOf(ownedPart(live))
}

function ourFields(live: Manifest): JsonObject | undefined {
  const metadata = isObject(live['metadata']) ? live['metadata'] : {}
  const entries = Array.isArray(metadata['managedFields']) ? metadata['managedFields'].filter(isObject) : []
  const ours = entries.filter((entry) => entry['manager'] === fieldManager && entry['operation'] === 'Apply')
  return ours.map((entry) => entry['fieldsV1']).find(isObject)
}

/** `fields` as in `fieldsV1`: `f:` a property, `k:` the list item with these keys, `v:` a value in a set; nothing below is all of it. */
function cut(value: Json, fields: JsonObject): Json {
  const below = Object.entries(fields).filter(([name]) => name !== '.')
  if (below.length === 0) return value
  if (Array.isArray(value)) return value.flatMap((item: Json) => itemParts(item, below))
  if (!isObject(value)) return value
  const parts = below.flatMap(([name, deeper]) => {
    const part = name.startsWith('f:') ? value[name.slice(2)] : undefined
    return part === undefined || !isObject(deeper) ? [] : [[name.slice(2), cut(part, deeper)] as const]
  })
  return Object.fromEntries(parts)
}

function itemParts(item: Json, below: readonly (readonly [string, Json])[]): readonly Json[] {
  const found = below.find(([name]) => names(name, item))
  return found === undefined || !isObject(found[1]) ? [] : [cut(item, found[1])]
}

function names(step: string, item: Json): boolean {
  const wanted = JSON.parse(step.slice(2)) as Json
  if (step.startsWith('v:')) return item === wanted
  return isObject(wanted) && isObject(item) && Object.entries(wanted).every(([key, value]) => item[key] === value)
}
