import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from 'vitest'
import lab from '../../lab.config.ts'
import { configIn } from './config-in.ts'

const nothing = (): [] => []

test('the lab’s own file says what it exports', () => {
  const code = stripTypeScriptTypes(readFileSync('lab.config.ts', 'utf8'))
  expect(configIn(code, nothing)).toEqual({ lab, faults: [] })
})

test.each<[string, string]>([
  ['a call', 'export default make()'],
  ['what stands elsewhere', 'const x = 1\nexport default { x }'],
  ['a spread', 'export default { ...{} }'],
  ['a function', 'export default { toString() { return 1 } }'],
  ['a getter', 'export default { get a() { return 1 } }'],
  ['a computed name', 'export default { [1 + 1]: 1 }'],
  ['a regular expression', 'export default { a: /x/ }'],
  ['a bigint', 'export default { a: 1n }'],
  ['a hole', 'export default [, 1]'],
  ['no default', 'export const a = 1'],
  ['no program', 'export default {'],
  ['very deep', `export default ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
])('%s is no lab', (_, code) => {
  expect(configIn(code, nothing).faults.map((one) => one.code)).toEqual(['config-not-data'])
})

test('a name of an ancestor is a name like others', () => {
  const { lab: read } = configIn('export default { __proto__: { a: 1 }, "b": [-1, "x", true] }', nothing)
  expect(Object.entries(read ?? {})).toEqual([
    ['__proto__', { a: 1 }],
    ['b', [-1, 'x', true]],
  ])
})
