import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../../model/json.ts'
import { digestOf } from './digest-of.ts'

/** The same data, every object's properties the other way round. */
function turned(data: Json): Json {
  if (Array.isArray(data)) return data.map((item: Json) => turned(item))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data)
      .toReversed()
      .map(([key, value]: [string, Json]) => [key, turned(value)]),
  )
}

test('the order of properties does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(digestOf(turned(data as Json))).toBe(digestOf(data as Json))
    }),
  )
})

test.each<[Json, Json]>([
  [{ a: 1 }, { a: '1' }],
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: { b: 1 } }, { b: { a: 1 } }],
  [[['x']], ['x']],
])('%j is not %j', (left, right) => {
  expect(digestOf(left)).not.toBe(digestOf(right))
})
