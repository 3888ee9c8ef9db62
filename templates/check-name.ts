import { invalid, overLimit, type At } from './check.ts'
import { nameIntended } from './intended.ts'

const pattern = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/
const longestName = 30
/** Jobs add to it, and a label ends at 63. */
const longestWhole = 52

/** The part of an object's name that the member chooses. */
export function checkName(value: unknown, at: At, prefix: string): string | undefined {
  if (typeof value !== 'string' || !pattern.test(value))
    return invalid(at, value, 'name', { write: nameIntended(value) })
  const limit = Math.min(longestName, longestWhole - prefix.length - 1)
  return value.length > limit ? overLimit(at, `${value.length}`, `${limit}`) : value
}
