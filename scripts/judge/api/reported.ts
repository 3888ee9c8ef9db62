import { isObject, type Json } from '../../model/json.ts'
import { nanos } from '../../model/quantity.ts'
import { below, type At } from './at.ts'
import { join, none, refuse, type Check, type Faults } from './check.ts'

/** What holds amounts, wherever it stands. */
const amounts = new Set(['allocatedResources', 'capacity', 'limits', 'requests'])

/** What a cluster reported once and somebody wrote back: nobody heeds it, but its amounts must be readable. */
export const reported: Check<object> = (status, at) => walk(status as Json, at)

function walk(value: Json, at: At): Faults {
  if (typeof value !== 'object' || value === null) return none
  return Object.entries(value).reduce((found, [key, inner]: [string, Json]) => {
    const place = below(at, Array.isArray(value) ? Number(key) : key)
    return join(found, amounts.has(key) && isObject(inner) ? readable(inner, place) : walk(inner, place))
  }, none)
}

function readable(list: object, at: At): Faults {
  return Object.entries(list).reduce((found, [name, value]: [string, Json]) => {
    const unread = nanos(value) === undefined && value !== null
    return unread
      ? join(
          found,
          refuse(
            'quantity-invalid',
            { value: typeof value === 'string' ? value : JSON.stringify(value) },
            below(at, name),
          ),
        )
      : found
  }, none)
}
