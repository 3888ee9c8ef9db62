import { fault, type Fault, type Law } from '../../model/finding.ts'
import { pathText, type Json, type Path } from '../../model/json.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { enumNear } from './enum-near.ts'
import { fieldOf } from './field-of.ts'
import { formatText } from './format-text.ts'
import { begunField, misspeltField, renamedField } from './near-field.ts'
import { followed, schemaAt, type SchemaTree } from './schema-at.ts'
import { shapeOf, shapesOf } from './shapes.ts'
import { shown } from './shown.ts'
import { cut } from '../../model/cut.ts'
import type { SchemaError } from './validator.ts'
import { whereKnown } from './where-known.ts'

export interface Wrong {
  readonly value: Json
  /** Of what is wrong, which may be missing. */
  readonly path: Path
  readonly tree: SchemaTree
  readonly law: Law
}

type Words = (wrong: Wrong, error: SchemaError) => Fault

const ranges = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']

const byKeyword: Readonly<Record<string, Words>> = {
  additionalProperties: unknownField,
  required: missing,
  type: wrongType,
  enum: notAllowed,
  const: notAllowed,
  propertyNames: wrongName,
  ...Object.fromEntries(ranges.map((keyword) => [keyword, outOfRange])),
}

/** What one error of a compiled schema says, as a fault. */
export function faultOf(error: SchemaError, wrong: Wrong): Fault {
  return (byKeyword[error.keyword] ?? wrongFormat)(wrong, error)
}

function unknownField(wrong: Wrong): Fault {
  const { path, law } = wrong
  const field = String(path.at(-1))
  return fault('field-unknown', { field: cut(field), ...unknownHint(field, wrong) }, path, { law })
}

/** The best guess first. */
function unknownHint(field: string, { value, path, tree }: Wrong): { near: string } | { belongs: string } | undefined {
  const object = path.slice(0, -1)
  const schema = schemaAt(tree, object)
  const misspelt = misspeltField(field, schema)
  if (misspelt !== undefined) return { near: misspelt }
  const belongs = whereKnown(tree, value, object, field)
  if (belongs !== undefined) return { belongs: pathText(belongs) }
  const near = begunField(field, schema) ?? renamedField(field, valueAt(value, object), schema)
  return near === undefined ? undefined : { near }
}

function missing({ path, tree, law }: Wrong): Fault {
  return fault('field-missing', { field: fieldOf(path, tree) }, path, { law })
}

/** A required field that is null is missing. In lists and maps the server reads null as empty text or zero, which nobody means. */
function wrongType(wrong: Wrong): Fault {
  const { path, tree, law } = wrong
  const got = valueAt(wrong.value, path)
  const field = fieldOf(path, tree)
  if (got === null)
    return isField(wrong) ? missing(wrong) : fault('value-null', { field }, path, { law: { by: 'lab' } })
  const schema = schemaAt(tree, path)
  const holds = heldField(schema)
  const given = { got: shown(got), gotShape: shapeOf(got), ...(holds !== undefined && { holds }) }
  const args = { field, expected: shapesOf(schema), ...given }
  return fault('field-type', args, path, { law })
}

/** The field that an object, or each object of a list, cannot do without. */
function heldField(schema: JsonSchema | undefined): string | undefined {
  const keys = schema?.['x-kubernetes-list-map-keys'] as readonly string[] | undefined
  return keys?.[0] ?? (schema?.required?.length === 1 ? schema.required[0] : undefined)
}

function notAllowed(wrong: Wrong, { params }: SchemaError): Fault {
  const { path, tree, law } = wrong
  const given = (params['allowedValues'] as readonly unknown[] | undefined) ?? [params['allowedValue']]
  const allowed = given.filter((one) => one !== null && one !== '').map(String)
  const got = valueAt(wrong.value, path)
  const near = typeof got === 'string' ? enumNear(got, allowed) : undefined
  const args = { field: fieldOf(path, tree), allowed, got: shown(got), ...(near !== undefined && { near }) }
  return fault('field-enum', args, path, { law })
}

function outOfRange(wrong: Wrong): Fault {
  const { value, path, tree, law } = wrong
  const { minimum: least, maximum: most } = schemaAt(tree, path) ?? {}
  const bounds = { ...(isTelling(least) && { least }), ...(isTelling(most) && { most }) }
  return fault('value-range', { field: fieldOf(path, tree), got: shown(valueAt(value, path)), ...bounds }, path, {
    law,
  })
}

/** A bound that only says how many bits the server has tells nobody anything. */
function isTelling(bound: number | undefined): boolean {
  return bound !== undefined && Math.abs(bound) < 2 ** 31 - 1
}

function wrongName({ path, tree, law }: Wrong, error: SchemaError): Fault {
  const names = schemaAt(tree, path.slice(0, -1))?.propertyNames
  const expected = formatText(error, names && followed(tree, names))
  return fault('value-format', { field: fieldOf(path, tree), expected, got: shown(path.at(-1)) }, path, { law })
}

function wrongFormat(wrong: Wrong, error: SchemaError): Fault {
  const { path, tree, law } = wrong
  const expected = formatText(error, schemaAt(tree, path))
  return fault('value-format', { field: fieldOf(path, tree), expected, got: shown(valueAt(wrong.value, path)) }, path, {
    law,
  })
}

function isField({ path, tree }: Wrong): boolean {
  return Object.hasOwn(schemaAt(tree, path.slice(0, -1))?.properties ?? {}, path.at(-1) ?? '')
}

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) => (at as { readonly [key: string | number]: Json } | undefined)?.[key],
    value,
  )
}
