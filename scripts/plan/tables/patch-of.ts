import { inPlace, movesTogether } from './fixed-digest.ts'
import { isObject, type Json, type JsonObject } from '../../model/json.ts'
import { kindOf, type Manifest } from '../../model/manifest.ts'

/** What the server fills in where the text is silent; elsewhere `null` takes the field away. Source: batch/v1 JobSpec. */
const defaults: JsonObject = { parallelism: 1, backoffLimit: 6 }

/**
 * The merge patch that makes of a live run what is wanted, as far as it can in place; `undefined`: nothing. A label that is not
 * wanted any more stays until the next number, since it may be somebody else's.
 */
export function patchOf(live: Manifest, wanted: Manifest): JsonObject | undefined {
  const metadata = metadataPatch(objectIn(live, 'metadata'), objectIn(wanted, 'metadata'))
  const spec = specPatch(kindOf(wanted), objectIn(live, 'spec'), objectIn(wanted, 'spec'))
  const parts = Object.entries({ metadata, spec }).filter(([, part]) => Object.keys(part).length > 0)
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

function metadataPatch(live: JsonObject, wanted: JsonObject): JsonObject {
  const marks = ['labels', 'annotations'].map(
    (name) => [name, changed(objectIn(live, name), objectIn(wanted, name))] as const,
  )
  return Object.fromEntries(marks.filter(([, part]) => Object.keys(part).length > 0))
}

function specPatch(kind: string, live: JsonObject, wanted: JsonObject): JsonObject {
  const fields = [...(inPlace[kind] ?? []), ...(movesTogether(wanted) ? ['completions'] : [])]
  const valuesOf = (spec: JsonObject) =>
    Object.fromEntries(fields.map((field) => [field, spec[field] ?? defaults[field] ?? null]))
  return changed(valuesOf(live), valuesOf(wanted))
}

function changed(live: JsonObject, wanted: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => (live[name] ?? null) !== value))
}

function objectIn(value: JsonObject, name: string): JsonObject {
  const found: Json | undefined = value[name]
  return isObject(found) ? found : {}
}
