import type { JsonSchema } from '../model/json-schema.ts'
import { anyJson, anyText, emptyIsUnset, notRequired } from './amendments.ts'
import type { OpenApiSchema } from './open-api.ts'

/** A schema with the names of the definitions it needs; apart from them those that only what a cluster reports needs. */
export interface Closed {
  readonly schema: JsonSchema
  readonly needs: readonly string[]
  readonly reports: readonly string[]
}

type Lookup = (name: string) => OpenApiSchema

const int32: JsonSchema = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1, format: 'int32' }
/** The bounds are open: the ends of int64 as JavaScript writes them, `9223372036854776000`, are too far out for the server. */
const int64: JsonSchema = { exclusiveMinimum: -(2 ** 63), exclusiveMaximum: 2 ** 63, format: 'int64' }

const int32OrText: JsonSchema = { type: ['integer', 'string'], ...int32, format: 'int-or-string' }
const quantity: JsonSchema = { type: ['number', 'string'], format: 'quantity' }

/** Types that the server decodes by a method of its own. The first two are told by `oneOf`, which nobody reads well. */
const scalars: Readonly<Record<string, JsonSchema>> = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': int32OrText,
  'io.k8s.apimachinery.pkg.api.resource.Quantity': quantity,
}

/**
 * The definition as JSON Schema that refuses what a strict kube-apiserver refuses while decoding: unknown fields, wrong types, numbers out of range,
 * enums. The server takes `null` for "not given", so a field that may be left out may be null; list items and map values may not.
 */
export function closedDefinition(name: string, definition: OpenApiSchema, lookup: Lookup): Closed {
  const needs = new Set<string>()
  const reports = new Set<string>()
  const fieldId = (field: string) => `${name.split('.').at(-1)}.${field}`
  const required = (definition.required ?? []).filter((field) => !notRequired.has(fieldId(field)))
  const closedField = ([field, schema]: [string, OpenApiSchema]): [string, JsonSchema] => {
    if (anyJson.has(fieldId(field))) return [field, {}]
    const heeded = anyText.has(fieldId(field)) ? unlisted(schema) : schema
    const closed = closedValue(heeded, lookup, field === 'status' ? reports : needs)
    const amended = emptyIsUnset.has(fieldId(field)) ? { ...closed, enum: ['', ...(closed.enum ?? [])] } : closed
    return [field, required.includes(field) ? amended : orNull(amended)]
  }
  const schema: JsonSchema = {
    type: ['object', 'null'],
    properties: Object.fromEntries(Object.entries(definition.properties ?? {}).map(closedField)),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...extensions(definition),
  }
  return { schema, needs: [...needs], reports: [...reports] }
}

/** What the cluster reports of itself is decoded and then set aside, whatever it says: nothing is missing, and every text is one of those allowed. */
export function unheeded(definition: OpenApiSchema): OpenApiSchema {
  const { required: _required, properties = {}, ...rest } = definition
  return {
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, unlisted(field)])),
  }
}

function unlisted({ enum: _allowed, items, additionalProperties: values, ...rest }: OpenApiSchema): OpenApiSchema {
  return {
    ...rest,
    ...(items && { items: unlisted(items) }),
    ...(values && { additionalProperties: unlisted(values) }),
  }
}

/** A value that may not be null. */
function closedValue(schema: OpenApiSchema, lookup: Lookup, needs: Set<string>): JsonSchema {
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1)
  if (name !== undefined) return { ...reference(name, lookup, needs), ...extensions(schema) }
  const { items, additionalProperties: values } = schema
  return {
    ...numberRange(schema),
    ...(schema.type !== undefined && { type: schema.type }),
    ...(schema.enum && { enum: schema.enum }),
    ...(items && { items: closedValue(items, lookup, needs) }),
    ...(values && { additionalProperties: closedValue(values, lookup, needs) }),
    ...extensions(schema),
  }
}

function reference(name: string, lookup: Lookup, needs: Set<string>): JsonSchema {
  const scalar = scalars[name]
  if (scalar) return scalar
  const target = lookup(name)
  if (!target.properties) return closedValue(target, lookup, needs)
  needs.add(name)
  return { $ref: `#/$defs/${name}`, type: 'object' }
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) return without(schema, 'type')
  return {
    ...schema,
    type: [schema.type ?? [], 'null'].flat(),
    ...(schema.enum && { enum: [...schema.enum, null] }),
  }
}

function numberRange({ type, format }: OpenApiSchema): JsonSchema {
  if (type === 'integer') return format === 'int32' ? int32 : int64
  return format === undefined ? {} : { format }
}

/** What the server says about lists, maps and unions: for readers of the schema, not for its validator. */
function extensions(schema: OpenApiSchema): JsonSchema {
  const kept = Object.entries(schema).filter(([word]) => /^x-kubernetes-(list|map)-/.test(word))
  return Object.fromEntries(kept)
}

function without(schema: JsonSchema, word: string): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== word))
}
