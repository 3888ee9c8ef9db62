import type { JsonSchema } from '../../../scripts/model/json-schema.ts'
import type { Json, JsonObject } from '../../../scripts/model/json.ts'
import type { Draw } from '../draw.ts'
import { agrees } from './agree/index.ts'
import { isChosen, leftOut } from './choices.ts'
import { isNeeded } from './needed.ts'
import { neverMade } from './never-made.ts'
import { followed, type Shape } from './schema.ts'
import { values } from './values/index.ts'
import { amount, bytes, key, label, time } from './values/texts.ts'

interface Making {
  readonly draw: Draw
  /** How often an object has a field that it may lack, of 1. */
  readonly richness: number
}

/** A right value of a shape: its fields by the tables, or else by the schema, and agreeing with each other. */
export function makeValue(shape: Shape, making: Making): Json {
  const { definition, schema } = shape
  return definition === undefined ? makePlain(schema, making) : makeObject(definition, schema, making)
}

function makeObject(definition: string, schema: JsonSchema, making: Making): JsonObject {
  const { draw, richness } = making
  const absent = leftOut(definition, draw)
  const fields = Object.entries(schema.properties ?? {}).filter(([field]) => {
    if (absent.includes(field) || neverMade.has(`${definition}.${field}`)) return false
    const must = schema.required?.includes(field) || isNeeded(definition, field) || isChosen(definition, field)
    return must || draw.chance(field === 'status' ? richness / 4 : richness)
  })
  const made = Object.fromEntries(fields.map(([field, below]) => [field, makeField(definition, field, below, making)]))
  return agrees[definition]?.(made, draw) ?? made
}

/** The value of one field of a definition. */
export function makeField(definition: string, field: string, schema: JsonSchema, making: Making): Json {
  const make = values[`${definition}.${field}`]
  return make === undefined ? makeValue(followed(schema), making) : make(making.draw)
}

const byFormat = { 'date-time': time, byte: bytes, quantity: amount } as const

function makePlain(schema: JsonSchema, making: Making): Json {
  const { draw } = making
  const { format, items, additionalProperties: entries } = schema
  const allowed = schema.enum?.filter((value) => value !== null) as readonly Json[] | undefined
  if (allowed) return draw.pick(allowed)
  if (format !== undefined && format in byFormat) return byFormat[format as keyof typeof byFormat](draw)
  if (items) return Array.from({ length: draw.int(1, 2) }, () => makeValue(followed(items), making))
  if (typeof entries === 'object') return { [key(draw)]: makeValue(followed(entries), making) }
  const type = [schema.type].flat()[0]
  if (type === 'boolean') return draw.chance(0.5)
  if (type === 'integer') return draw.int(0, 9)
  return type === 'object' ? {} : label(draw)
}
