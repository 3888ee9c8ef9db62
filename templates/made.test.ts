import { expect, test } from 'vitest'
import { calls, made, mentioned, origin } from './made.ts'

test('a manifest keeps its call through a spread, and loses it in JSON', () => {
  const manifest = made('session', { kind: 'Pod' }, [])
  const spread = { ...manifest, metadata: {} }
  expect(Reflect.get(spread, origin)).toBe(calls.at(-1))
  expect(JSON.stringify(spread)).toBe('{"kind":"Pod","metadata":{}}')
  expect(origin).toBe(Symbol.for('lab.origin'))
})

test('the stack names the caller', () => {
  expect(made('session', {}, [])).toBeDefined()
  expect(calls.at(-1)?.stack).toContain('made.test.ts')
})

test('a reference is remembered only when something is wrong with it', () => {
  const before = calls.length
  mentioned('shared', {}, [])
  expect(calls.length).toBe(before)
  mentioned('shared', {}, [{ code: 'option-missing', args: { template: 'shared', option: 'name' }, path: [1] }])
  expect(calls.length).toBe(before + 1)
})
