import type { JsonSchema } from '../../model/json-schema.ts'
import type { Path } from '../../model/json.ts'

/** A schema, and how to find what its `$ref`s name. */
export interface SchemaTree {
  readonly root: JsonSchema
  readonly resolve: (ref: string) => JsonSchema | undefined
}

/** The schema of the value at `path`, its reference followed; `undefined` where the tree knows no such place. */
export function schemaAt(tree: SchemaTree, path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>((at, key) => at && schemaBelow(tree, at, key), followed(tree, tree.root))
}

/** One step: from the schema of an object or a list to that of its property or item. */
export function schemaBelow(tree: SchemaTree, schema: JsonSchema, key: string | number): JsonSchema | undefined {
  const below = typeof key === 'number' ? schema.items : propertySchema(schema, key)
  return below && followed(tree, below)
}

function propertySchema({ properties = {}, additionalProperties }: JsonSchema, name: string): JsonSchema | undefined {
  if (Object.hasOwn(properties, name)) return properties[name]
  return typeof additionalProperties === 'object' ? additionalProperties : undefined
}

/** Words beside a reference stay where the target does not say them itself. */
export function followed({ resolve }: SchemaTree, schema: JsonSchema): JsonSchema {
  return schema.$ref === undefined ? schema : { ...schema, ...resolve(schema.$ref) }
}
