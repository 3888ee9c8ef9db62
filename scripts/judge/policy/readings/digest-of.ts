import { createHash } from 'node:crypto'
import { isObject, type Json } from '../../../model/json.ts'

/** Long enough that nobody finds other data with the same digest, on all the GPUs of the lab. */
const hexDigits = 32

/** A short name for data: SHA-256 of its canonical JSON, properties in the order of their names. */
export function digestOf(data: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(data)))
    .digest('hex')
    .slice(0, hexDigits)
}

function sorted(data: Json): Json {
  if (Array.isArray(data)) return data.map((item: Json) => sorted(item))
  if (!isObject(data)) return data
  return Object.fromEntries(
    Object.keys(data)
      .toSorted()
      .map((key) => [key, sorted(data[key] ?? null)]),
  )
}
