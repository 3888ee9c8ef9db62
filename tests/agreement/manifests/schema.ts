import definitionsFile from '../../../schemas/kubernetes/1.33/definitions.json' with { type: 'json' }
import type { JsonSchema } from '../../../scripts/model/json-schema.ts'

/** A schema with its reference followed; `definition` is the short name of what was referred to: `PodSpec`. */
export interface Shape {
  readonly definition?: string
  readonly schema: JsonSchema
}

const byName = definitionsFile.$defs as Readonly<Record<string, JsonSchema>>

export const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** The vendored definitions by their short names, which are all different. */
export const definitions: ReadonlyMap<string, JsonSchema> = new Map(
  Object.entries(byName).map(([name, schema]) => [shortName(name), schema]),
)

/** The schema of a kind, or of any other definition. Throws where there is none. */
export function definitionShape(definition: string): Shape {
  const schema = definitions.get(definition)
  if (schema === undefined) throw new Error(`the cluster's schema has no ${definition}`)
  return { definition, schema }
}

export function followed(schema: JsonSchema): Shape {
  return schema.$ref === undefined ? { schema } : definitionShape(shortName(schema.$ref))
}

/** One step down, to a field, an entry of a map or an item of a list; nothing where the schema knows no such place. */
export function shapeBelow({ schema }: Shape, key: string | number): Shape | undefined {
  const { items, properties = {}, additionalProperties: entries } = schema
  if (typeof key === 'number') return items && followed(items)
  if (Object.hasOwn(properties, key)) return followed(properties[key] ?? {})
  return typeof entries === 'object' ? followed(entries) : undefined
}

/** `Definition.field` of every field that the closed schema lets pass. */
export const allFields: readonly string[] = [...definitions].flatMap(([name, { properties = {} }]) =>
  Object.keys(properties).map((field) => `${name}.${field}`),
)
