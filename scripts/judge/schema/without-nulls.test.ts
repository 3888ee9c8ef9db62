import { expect, it } from 'vitest'
import { withoutNulls } from './without-nulls.ts'

it('hears a field that is null as not given, at any depth', () => {
  const manifest = { kind: 'Pod', spec: { containers: [{ name: 'a', env: null }], volumes: null }, status: null }
  expect(withoutNulls(manifest)).toEqual({ kind: 'Pod', spec: { containers: [{ name: 'a' }] } })
})

it('leaves what is not null as it is: empty things, and the very object where nothing is null', () => {
  const manifest = { kind: 'Pod', metadata: { name: '' }, spec: { containers: [], n: 0, on: false, o: {} } }
  expect(withoutNulls(manifest)).toBe(manifest)
})

it('keeps a field by the name `__proto__`', () => {
  const manifest = JSON.parse('{"a":null,"__proto__":{"b":1}}')
  expect(JSON.stringify(withoutNulls(manifest))).toBe('{"__proto__":{"b":1}}')
})
