import type { JsonSchema } from '../../../scripts/model/json-schema.ts'
import { isObject, type Json } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import { versions, type Kind } from '../manifests/make-manifest.ts'
import { definitionShape, shapeBelow, type Shape } from '../manifests/schema.ts'

/** The manifest as a server hears it that was told the kind by its address: `null` in a list or a map is the empty value of its type. */
export function asHeard(manifest: Manifest, kind: Kind): Manifest {
  const told = { ...manifest, apiVersion: manifest['apiVersion'] || versions[kind], kind: manifest['kind'] || kind }
  return heard(told, definitionShape(kind)) as Manifest
}

function heard(value: Json, shape: Shape | undefined): Json {
  if (shape === undefined) return value
  if (Array.isArray(value))
    return value.map((item: Json, index) =>
      heard(item ?? emptyOf(shapeBelow(shape, index)?.schema), shapeBelow(shape, index)),
    )
  if (!isObject(value)) return value
  const isMap = shape.definition === undefined
  const entries = Object.entries(value).map(([key, item]) => {
    const below = shapeBelow(shape, key)
    return [key, heard(isMap ? (item ?? emptyOf(below?.schema)) : item, below)]
  })
  return Object.fromEntries(entries) as Json
}

const empties: Readonly<Record<string, Json>> = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  object: {},
  array: [],
}

function emptyOf({ type }: JsonSchema = {}): Json {
  return empties[String([type].flat()[0])] ?? null
}
