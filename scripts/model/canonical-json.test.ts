import { assert, jsonValue, property, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { digestOf } from './digest.ts'
import { isObject, type Json } from './json.ts'

test.each<[string, Json, string]>([
  [
    'names are sorted at every depth',
    { b: { d: 1, c: [{ f: 1, e: 2 }] }, a: null },
    '{"a":null,"b":{"c":[{"e":2,"f":1}],"d":1}}',
  ],
  ['lists keep their order', [3, 1, 2], '[3,1,2]'],
  ['a name is a name', JSON.parse('{"constructor":2,"__proto__":1}') as Json, '{"__proto__":1,"constructor":2}'],
  ['plain values', 'a', '"a"'],
])('%s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text)
})

const json = jsonValue() as Arbitrary<Json>

test('it is JSON, and says the same', () => {
  assert(
    property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('neither text nor digest depends on the order of names', () => {
  assert(
    property(json, (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
      expect(digestOf(reversed(value))).toBe(digestOf(value))
    }),
  )
})

test('the digest is SHA-256 in hexadecimal', () => {
  expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => reversed(item))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const)
  return Object.fromEntries(entries.toReversed())
}
