import { isObject, type Json, type Path } from '../../../scripts/model/json.ts'
import { kindOf, type Manifest } from '../../../scripts/model/manifest.ts'
import { definitionShape, definitions, shapeBelow, type Shape } from './schema.ts'

/** One value in a manifest. */
export interface Site {
  readonly path: Path
  readonly value: Json
  /** What the schema knows of it. */
  readonly shape?: Shape
  /** `Definition.field`, for the value of a field. */
  readonly field?: string
}

/** Every value in a manifest of a known kind, the whole manifest first. */
export function sitesOf(manifest: Manifest): readonly Site[] {
  const kind = kindOf(manifest)
  const shape = definitions.has(kind) ? definitionShape(kind) : undefined
  return below({ path: [], value: manifest, ...(shape && { shape }) })
}

function below(site: Site): readonly Site[] {
  const { path, value, shape } = site
  const keys: readonly (string | number)[] = Array.isArray(value)
    ? [...value.keys()]
    : isObject(value)
      ? Object.keys(value)
      : []
  return [
    site,
    ...keys.flatMap((key) => {
      const inner = shape && shapeBelow(shape, key)
      const field = shape?.definition !== undefined && inner && `${shape.definition}.${key}`
      const held = (value as { readonly [key: string | number]: Json })[key] as Json
      return below({ path: [...path, key], value: held, ...(inner && { shape: inner }), ...(field && { field }) })
    }),
  ]
}
