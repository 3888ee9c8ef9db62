import type { JsonSchema } from '../../model/json-schema.ts'
import { isObject, type Json, type Path } from '../../model/json.ts'
import { schemaAt, schemaBelow, type SchemaTree } from './schema-at.ts'

/** How far below an object its field is looked for. */
const depth = 2

interface Candidate {
  readonly path: Path
  readonly schema: JsonSchema
}

/**
 * The object that a misplaced field belongs to: the nearest one above that has such a field, or else the only one below. Where several have it, the
 * only one that is written and has not got it yet; else nobody knows.
 */
export function whereKnown(tree: SchemaTree, value: Json, path: Path, field: string): Path | undefined {
  const above = path.map((_, index) => path.slice(0, path.length - 1 - index))
  const higher = above.find((ancestor) => has(schemaAt(tree, ancestor), field))
  return higher ?? below(tree, value, path, field) ?? amounts(tree, path)
}

/** What stands beside `requests` and `limits` and is neither is an amount that forgot its place. */
function amounts(tree: SchemaTree, path: Path): Path | undefined {
  const { properties = {} } = schemaAt(tree, path) ?? {}
  return typeof properties['requests']?.additionalProperties === 'object' ? [...path, 'requests'] : undefined
}

function below(tree: SchemaTree, value: Json, path: Path, field: string): Path | undefined {
  let level = children(tree, { path, schema: schemaAt(tree, path) ?? {} })
  for (let down = 0; down < depth; down++) {
    const found = level.filter(({ schema }) => has(schema, field)).map((candidate) => candidate.path)
    if (found.length > 0) return onlyOne(found) ?? onlyOne(found.filter((place) => isOpen(value, place, field)))
    level = level.flatMap((candidate) => children(tree, candidate))
  }
  return undefined
}

/** The objects one step down: fields that hold an object, and the first items of lists. What the cluster writes is left out. */
function children(tree: SchemaTree, { path, schema }: Candidate): readonly Candidate[] {
  const fields = Object.keys(schema.properties ?? {}).filter((name) => name !== 'status')
  return fields.flatMap((name) => {
    const field = schemaBelow(tree, schema, name)
    const item = field?.items && schemaBelow(tree, field, 0)
    if (field?.properties) return [{ path: [...path, name], schema: field }]
    return item?.properties ? [{ path: [...path, name, 0], schema: item }] : []
  })
}

function isOpen(value: Json, path: Path, field: string): boolean {
  const at = path.reduce<Json | undefined>((parent, key) => childOf(parent, key), value)
  return isObject(at) && !Object.hasOwn(at, field)
}

function childOf(parent: Json | undefined, key: string | number): Json | undefined {
  if (parent === undefined || parent === null || typeof parent !== 'object') return undefined
  return Object.hasOwn(parent, key) ? (parent as { readonly [key: string | number]: Json })[key] : undefined
}

function has(schema: JsonSchema | undefined, field: string): boolean {
  return Object.hasOwn(schema?.properties ?? {}, field)
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined
}
