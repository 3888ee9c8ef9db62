import { isObject, type Json } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'

/** A manifest that passed the schema as the server hears it: a field that is null was not given. The same object, where nothing is null. */
export function withoutNulls(manifest: Manifest): Manifest {
  return hasNull(manifest) ? (heard(manifest) as Manifest) : manifest
}

function hasNull(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return value === null
  for (const inner of Array.isArray(value) ? (value as readonly Json[]) : Object.values(value)) {
    if (hasNull(inner)) return true
  }
  return false
}

function heard(value: Json): Json {
  if (Array.isArray(value)) return value.map(heard)
  if (!isObject(value)) return value
  const given = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(given.map(([name, field]) => [name, heard(field)]))
}
