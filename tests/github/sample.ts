import { schemas, type Schema } from './contract.ts'

type Json = Readonly<Record<string, unknown>>

const known = new Map<string, Json>()

/** The smallest object that GitHub's schema of this name allows, with these fields instead. */
export function like(name: string, fields: Json): Json {
  const plain = known.get(name) ?? (sample(notNull(schemas[name] as Schema)) as Json)
  known.set(name, plain)
  return { ...plain, ...fields }
}

function notNull(schema: Schema): Schema {
  const [first, second] = (schema as Keywords).anyOf ?? []
  return first !== undefined && second?.['type'] === 'null' ? first : schema
}

/** The smallest value that a schema allows: only what is required, and `null` wherever it may be. */
export function sample(schema: Schema): unknown {
  const { $ref, anyOf, oneOf, allOf, type, properties, required, minItems } = schema as Keywords
  if ('enum' in schema) return (schema['enum'] as readonly unknown[])[0]
  if ($ref !== undefined) return sample(schemas[$ref.slice('#/schemas/'.length)] as Schema)
  const choices = anyOf ?? oneOf
  if (choices?.some((choice) => choice['type'] === 'null') === true) return null
  if (allOf !== undefined) return Object.assign({}, ...allOf.map(sample)) as unknown
  if (choices !== undefined && properties === undefined) return sample(choices[0] ?? {})
  if (type === 'array') return minItems === undefined ? [] : [sample(schema['items'] as Schema)]
  if (type === 'string') return ''
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return 0
  return Object.fromEntries((required ?? []).map((name) => [name, sample(properties?.[name] ?? {})]))
}

interface Keywords {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly minItems?: number
}
