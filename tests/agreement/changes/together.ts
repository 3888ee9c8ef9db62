import type { JsonObject } from '../../../scripts/model/json.ts'
import { makeField } from '../manifests/make-value.ts'
import { definitions } from '../manifests/schema.ts'
import { sitesOf } from '../manifests/sites.ts'
import { at, isKnownObject, type Change } from './change.ts'
import { contradictions } from './contradictions/index.ts'
import { put } from './edit.ts'

/** Changes after which values that are right by themselves may not go together. */

/** A right value for a field that the object had not. */
export const addedField: Change = at(isKnownObject, (manifest, { path, value, shape }, draw) => {
  const definition = shape?.definition ?? ''
  const properties = definitions.get(definition)?.properties ?? {}
  const absent = Object.keys(properties).filter((name) => !Object.hasOwn(value as object, name) && name !== 'status')
  if (absent.length === 0) return undefined
  const name = draw.pick(absent)
  return put(manifest, [...path, name], makeField(definition, name, properties[name] ?? {}, { draw, richness: 0.3 }))
})

/** A value that stands elsewhere in the manifest, mostly of a field by the same name. */
export const copied: Change = at(
  ({ value }) => typeof value !== 'object',
  (manifest, { path, value }, draw) => {
    const others = sitesOf(manifest).filter((site) => typeof site.value === typeof value && site.value !== value)
    const named = others.filter((site) => site.path.at(-1) === path.at(-1))
    const from = named.length > 0 && draw.chance(0.6) ? named : others
    return from.length === 0 ? undefined : put(manifest, path, draw.pick(from).value)
  },
)

/** Fields of an object set against each other: a row of the table. */
export const contradiction: Change = at(
  (site) => isKnownObject(site) && Object.hasOwn(contradictions, site.shape?.definition ?? ''),
  (manifest, { path, value, shape }, draw) => {
    const rows = contradictions[shape?.definition ?? ''] ?? []
    return put(manifest, path, { ...(value as JsonObject), ...draw.pick(rows) })
  },
)
