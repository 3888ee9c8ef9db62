import type { Shape } from '../../model/codes/schema.ts'
import type { JsonSchema } from '../../model/json-schema.ts'

const ofType: Readonly<Record<string, Shape>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
}

/** The shapes that a schema takes. A quantity is one shape, though it may be written as text or number. */
export function shapesOf(schema: JsonSchema | undefined): readonly Shape[] {
  if (schema?.format === 'quantity') return ['quantity']
  return [schema?.type ?? []].flat().flatMap((type) => ofType[type] ?? [])
}

export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return 'list'
  if (Number.isInteger(value)) return 'whole number'
  return ofType[typeof value] ?? 'object'
}
