import { isObject, type Json } from '../../model/json.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import { nearest } from '../../model/nearest.ts'
import { shapeOf, shapesOf } from './shapes.ts'

/** Fewer letters are no hint. */
const fewest = 3

/** What a name may lack at its end: `Name`, `Seconds`. */
const mostLacking = 8

/** The field that was probably meant by `field`: it differs by few letters. */
export function misspeltField(field: string, schema: JsonSchema | undefined): string | undefined {
  return field.length < fewest ? undefined : nearest(field, Object.keys(schema?.properties ?? {}))
}

/** The only field that `field` is the beginning of: `claimName` for `claim`. */
export function begunField(field: string, schema: JsonSchema | undefined): string | undefined {
  if (field.length < fewest) return undefined
  const isBegun = (name: string) =>
    name.length - field.length <= mostLacking && name.toLowerCase().startsWith(field.toLowerCase())
  return onlyOne(Object.keys(schema?.properties ?? {}).filter(isBegun))
}

/** The one required field that is missing, where `field` is the one unknown field and has the shape of it: `name` for `key`. */
export function renamedField(
  field: string,
  object: Json | undefined,
  schema: JsonSchema | undefined,
): string | undefined {
  if (!isObject(object)) return undefined
  const known = schema?.properties ?? {}
  const missing = onlyOne((schema?.required ?? []).filter((name) => !Object.hasOwn(object, name)))
  if (missing === undefined || !fits(object[field], known[missing])) return undefined
  const isAlone = Object.keys(object).every((name) => name === field || Object.hasOwn(known, name))
  return isAlone ? missing : undefined
}

function fits(value: Json | undefined, schema: JsonSchema | undefined): boolean {
  return shapesOf(schema).includes(shapeOf(value))
}

function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined
}
