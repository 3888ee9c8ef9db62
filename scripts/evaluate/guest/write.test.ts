import { assert, constantFrom, jsonValue, oneof, pre, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlain } from './is-plain.ts'
import type { ValueFault } from './told.ts'
import { write } from './write.ts'

const origin = Symbol.for('lab.origin')

function written(value: unknown, output = 2 ** 20): { json: string; faults: readonly ValueFault[] } {
  const faults: ValueFault[] = []
  const fault = (one: ValueFault): void => void faults.push(one)
  return { json: write(value, { limits: { depth: 64, output }, origin, fault }), faults }
}

/** Without `-0` and `__proto__`, which are told. */
const data = jsonValue({ maxDepth: 8 }).map(
  (value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')) as unknown,
)

/** Values of which JSON drops, alters or runs something. */
const odd = constantFrom<unknown>(
  undefined,
  () => 1,
  Symbol('a'),
  1n,
  NaN,
  -0,
  Infinity,
  '\ud800',
  new Map(),
  Array(1),
  new Date(0),
  /a/,
  Object.create({ a: 1 }),
  { toJSON: () => 1 },
  { [Symbol('a')]: 1 },
  Object.assign([1], { a: 1 }),
  Object.defineProperty({}, 'a', { value: 1 }),
  Object.defineProperty({}, 'a', { get: () => 1, enumerable: true }),
)

describe('write', () => {
  test('writes data as JSON does', () => {
    assert(
      property(data, (value) => {
        expect(written(value)).toEqual({ json: JSON.stringify(value), faults: [] })
      }),
    )
  })

  test('tells what JSON would drop or alter, wherever it stands, and still writes JSON', () => {
    assert(
      property(odd, data, (value, beside) => {
        const { json, faults } = written({ beside, list: [beside, value] })
        expect(faults.length).toBeGreaterThan(0)
        expect(faults[0]?.path.slice(0, 2)).toEqual(['list', 1])
        expect(() => void JSON.parse(json)).not.toThrow()
      }),
    )
  })

  test('stops when it becomes too long', () => {
    const fault = { code: 'output-too-large', args: { limit: 100 }, path: [] }
    expect(written({ a: ['x'.repeat(50), 'y'.repeat(50)] }, 100)).toEqual({ json: 'null', faults: [fault] })
  })
})

describe('isPlain', () => {
  test('is true only of what JSON writes as it is', () => {
    assert(
      property(oneof(data, odd), data, (value, beside) => {
        const root = { value, beside }
        pre(isPlain(root, 0))
        const json = JSON.stringify(root)
        pre(!json.includes('"__proto__"') && !json.includes('\\ud'))
        expect(written(root)).toEqual({ json, faults: [] })
      }),
    )
  })

  test.each([
    ['nested data', { a: [{ b: 'c' }], d: null, e: true, f: 1.5 }, true],
    ['a list', { a: [] }, true],
    ['half a pair of units, which is not looked for', { a: '\ud800' }, true],
    ['undefined', { a: undefined }, false],
    [
      'a getter',
      {
        get a() {
          throw new Error()
        },
      },
      false,
    ],
    ['deeper than manifests are', nested(40), false],
    ['a cycle', cyclic(), false],
  ])('%s', (_, value, expected) => {
    expect(isPlain(value, 0)).toBe(expected)
  })

  test('the mark of a template counts as nothing', () => {
    expect([isPlain({ a: 1, [origin]: {} }, 1), isPlain({ a: 1, [origin]: {} }, 0), isPlain({ a: 1 }, 1)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

function nested(depth: number): object {
  return depth === 0 ? {} : { a: nested(depth - 1) }
}

function cyclic(): object {
  const value: { self?: object } = {}
  value.self = value
  return value
}
