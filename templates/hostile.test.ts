import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as templates from './index.ts'
import { calls } from './made.ts'
import { offers } from './offers.ts'

type Template = (...args: readonly unknown[]) => unknown
const call = templates as unknown as Readonly<Record<string, Template>>
const workloads = ['session', 'notebook', 'job', 'sweep', 'service', 'volume']

const thrower = {
  get: (): never => {
    throw new Error('no')
  },
}
const revoked = Proxy.revocable({}, {})
revoked.revoke()
const circle: { self?: unknown } = {}
circle.self = circle
let deep: unknown = 'x'
for (let depth = 0; depth < 5000; depth += 1) deep = { deep }

/** What `as any` lets through. */
const hostile: Readonly<Record<string, unknown>> = {
  'a getter that throws': Object.defineProperty({}, 'a', { enumerable: true, ...thrower }),
  'a proxy that refuses': new Proxy(
    {},
    { get: thrower.get, ownKeys: thrower.get, has: thrower.get, getPrototypeOf: thrower.get },
  ),
  'a revoked proxy': revoked.proxy,
  'a list that throws': new Proxy([1, 2], { get: thrower.get }),
  'a list of any length': new Proxy([], { get: (_, key) => (key === 'length' ? 1e12 : 'x') }),
  'a circle': circle,
  'a deep one': deep,
  'a function': () => 'x',
  'a symbol': Symbol('x'),
  'a bigint': 1n,
  'a date': new Date(0),
  'no prototype': Object.create(null),
  'an own __proto__': JSON.parse('{"__proto__": {"gpu": "1x24GB"}}'),
  'toString is no function': { toString: 1, valueOf: 1, length: -1 },
  'a sparse list': Object.assign([], { length: 5 }),
  'a long text': 'a'.repeat(1e6),
  'half a letter': '\uD800',
  'a long list': Array.from({ length: 100_000 }, () => 'x'),
}

/** Plain, with name and kind: what the evaluator can take, and all later judges rely on. */
function isWellFormed(made: unknown): boolean {
  return [made].flat().every((manifest) => {
    const { apiVersion, kind, metadata } = JSON.parse(JSON.stringify(manifest)) as Record<string, unknown>
    const { name } = metadata as { name: unknown }
    return typeof apiVersion === 'string' && typeof kind === 'string' && /^alice-[a-z0-9-]+$/.test(String(name))
  })
}

describe.each(Object.entries(hostile))('%s', (_title, value) => {
  test.each(workloads)('as name, as options, and as each option of %s', (template) => {
    const options = Object.keys(offers[template as keyof typeof offers])
    const calledWith = [
      [value, value, value],
      ['run', '1Gi', value],
      ...options.map((option) =>
        template === 'volume' ? ['run', '1Gi', { [option]: value }] : ['run', { [option]: value }],
      ),
      ...options.map((option) =>
        template === 'volume' ? ['run', '1Gi', { [option]: [value] }] : ['run', { [option]: { a: value } }],
      ),
    ]
    const before = calls.length
    for (const args of calledWith) expect(isWellFormed(call[template]?.(...args))).toBe(true)
    expect(JSON.stringify(calls.slice(before).map(({ faults }) => faults)).length).toBeLessThan(200_000)
  })

  test('as a disk, as a member, as metadata', () => {
    expect(JSON.stringify(templates.readOnly(value as never))).toContain('alice-disk')
    expect(JSON.stringify(templates.shared(value as never, value as never, value as never))).toContain('alice-shared')
    expect(JSON.stringify(templates.named(value as never, value as never))).toContain('alice-')
  })
})

test('whatever the options are, a manifest comes out and nothing is thrown', () => {
  const options = fc.dictionary(
    fc.constantFrom(...Object.keys({ ...offers.sweep, ...offers.session })),
    fc.anything({ withBigInt: true, withDate: true, withSparseArray: true }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...workloads), fc.anything(), options, (template, name, given) => {
      expect(isWellFormed(call[template]?.(name, given, given))).toBe(true)
    }),
  )
})

test('a faulty option is as if it were not there', () => {
  const good = { image: 'python', hours: 2 } as const
  const faulty = {
    gpu: 'A100',
    memory: '16GB',
    mounts: { '/data': 'x' },
    env: { 'A-B': 1 },
    ports: [0],
    run: 0,
    nonsense: 1,
  }
  const made = templates.session('dev', { ...good, ...faulty } as never)
  expect(JSON.stringify(made)).toBe(JSON.stringify(templates.session('dev', { ...good, mounts: {}, ports: [] })))
})

test('an option is read once: what was judged is what is used', () => {
  let reads = 0
  const options = {
    image: 'python',
    hours: 1,
    get memory(): string {
      return (reads += 1) === 1 ? '1Gi' : '999Gi'
    },
  }
  const { containers } = templates.session('dev', options as never).spec
  expect(containers[0]?.resources?.limits?.['memory']).toBe('1Gi')
  expect(reads).toBe(1)
})

function make(): object {
  const mounts = { '/data': templates.volume('data', '1Gi') }
  return templates.session('dev', { gpu: '1x24GB', image: 'python', hours: 1, mounts })
}

test('no two manifests share a part, and none shares one with the lab', () => {
  const first = JSON.stringify(make())
  const scribble = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const part of Object.values(value)) scribble(part)
    if (Array.isArray(value)) value.push('x')
    else Object.assign(value, { x: 1 })
  }
  scribble(make())
  expect(JSON.stringify(make())).toBe(first)
})
