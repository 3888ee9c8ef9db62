import type { Json, JsonObject } from '../../../scripts/model/json.ts'
import type { Draw } from '../draw.ts'

/** How the value of one field is drawn. */
export type Make = (draw: Draw) => Json

/** By `Definition.field`. */
export type Makes = Readonly<Record<string, Make>>

/** What the fields of one made object must agree on; by definition. */
export type Agree = (made: JsonObject, draw: Draw) => JsonObject
export type Agrees = Readonly<Record<string, Agree>>

export const among =
  <const T extends readonly Json[]>(...values: T): ((draw: Draw) => T[number]) =>
  (draw) =>
    draw.pick(values)

/** Often small, now and then anything between the bounds. */
export const whole =
  (min: number, max: number): Make =>
  (draw) =>
    draw.chance(0.8) ? draw.int(min, Math.min(max, min + 9)) : draw.int(min, max)

/** Different items. */
export const listOf =
  (make: Make, min: number, max: number): Make =>
  (draw) => {
    const items = Array.from({ length: draw.int(min, max) }, () => make(draw))
    const texts = items.map((item) => JSON.stringify(item))
    return items.filter((_, index) => texts.indexOf(texts[index] ?? '') === index)
  }

export const mapOf =
  (key: (draw: Draw) => string, value: Make, max = 3): Make =>
  (draw) =>
    Object.fromEntries(Array.from({ length: draw.int(0, max) }, () => [key(draw), value(draw)]))

/** The field of an object, where it is a text; else nothing. */
export function textOf(made: JsonObject, field: string): string {
  const { [field]: value } = made
  return typeof value === 'string' ? value : ''
}

export function without(made: JsonObject, ...fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(made).filter(([field]) => !fields.includes(field)))
}

/** The objects of a list field, changed one by one. */
export function eachOf(
  made: JsonObject,
  field: string,
  change: (item: JsonObject, index: number) => JsonObject,
): JsonObject {
  const list = made[field]
  return Array.isArray(list) ? { ...made, [field]: (list as JsonObject[]).map(change) } : made
}

/** The list field with only the first of the items that have the same key. */
export function distinctBy(made: JsonObject, field: string, keyOf: (item: JsonObject) => Json | undefined): JsonObject {
  const list = made[field]
  if (!Array.isArray(list)) return made
  const keys = (list as JsonObject[]).map((item) => JSON.stringify(keyOf(item)))
  return {
    ...made,
    [field]: list.filter((_, index) => keys[index] === undefined || keys.indexOf(keys[index]) === index),
  }
}
