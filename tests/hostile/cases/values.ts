import type { JsonObject } from '../../../scripts/model/json.ts'
import type { Case } from '../case.ts'

/** What cannot be written down, each at `x` in line 2. */
export const values: readonly Case[] = [
  refused('NaN', 'value-not-data 2:6'),
  refused('Infinity', 'value-not-data 2:6'),
  refused('-Infinity', 'value-not-data 2:6'),
  refused('-0', 'value-not-data 2:6'),
  refused('1n', 'value-not-data 2:6'),
  refused('() => 1', 'value-not-data 2:6'),
  refused('class {}', 'value-not-data 2:6'),
  refused('Symbol("a")', 'value-not-data 2:6'),
  refused('[undefined]', 'value-not-data 2:7'),
  refused('[1, , 2]', 'list-hole 2:6'),
  refused('[,]', 'list-hole 2:6'),
  refused('new Array(2 ** 32 - 1)', 'list-hole 2:6'),
  refused('Object.assign([1], { a: 1 })', 'value-not-data 2:6'),
  refused('{ get a() { throw 1 } }', 'value-not-data 2:13'),
  refused('{ get a() { for (;;); } }', 'value-not-data 2:13'),
  refused('{ set a(value) {} }', 'value-not-data 2:13'),
  refused('Object.defineProperty({}, "a", { value: 1 })', 'value-not-data 2:6'),
  refused('{ [Symbol("a")]: 1 }', 'value-not-data 2:6'),
  refused('{ [Symbol.toPrimitive]: 1 }', 'value-not-data 2:6'),
  refused('JSON.parse(`{ "__proto__": 1 }`)', 'value-not-data 2:6'),
  refused('{ ["__proto__"]: 1 }', 'value-not-data 2:6'),
  refused('{ toJSON() { return 1 } }', 'value-not-data 2:14'),
  refused('new Map()', 'value-instance 2:6'),
  refused('new Set()', 'value-instance 2:6'),
  refused('new WeakMap()', 'value-instance 2:6'),
  refused('/a/', 'value-instance 2:6'),
  refused('new Error("x")', 'value-instance 2:6'),
  refused('Promise.resolve()', 'value-instance 2:6'),
  refused('new String("x")', 'value-instance 2:6'),
  refused('new (class Foo { a = 1 })()', 'value-instance 2:6'),
  refused('new (class extends Array {})()', 'value-instance 2:6'),
  refused('{ __proto__: { a: 1 } }', 'value-instance 2:6'),
  refused('Object.setPrototypeOf([1], null)', 'value-not-data 2:6'),
  refused('Object.create(Object.create(null))', 'value-instance 2:6'),
  refused('[].values()', 'value-instance 2:6'),
  refused('"\\ud800"', 'text-broken 2:6'),
  refused('"💥".slice(0, 1)', 'text-broken 2:6'),
  refused('{ "\\udc00": 1 }', 'text-broken 2:6'),
  refused('{ a: { "b-c": [1, { d: NaN }] } }', 'value-not-data 2:29'),
  refused('"x".repeat(2 ** 21)', 'output-too-large 1:14'),
  [
    'several at once',
    "export default { apiVersion: 'v1', kind: 'Pod',\n  a: NaN,\n  b: [undefined, () => 1] }",
    ['value-not-data 2:6', 'value-not-data 3:7', 'value-not-data 3:18'],
  ],
  ['a cycle', "const a = { apiVersion: 'v1', kind: 'Pod' }\na.b = { a }\nexport default a", ['value-cyclic 3:1']],
  [
    '100 deep',
    "let a = {}\nfor (let i = 0; i < 100; i++) a = { a }\nexport default { apiVersion: 'v1', kind: 'Pod', a }",
    ['value-too-deep 3:49'],
  ],
  ['doubled 20 times', doubled(20), ['output-too-large 1:16']],
  ['in a constant', "const x = NaN\nexport const a = { apiVersion: 'v1', kind: 'Pod', x }", ['value-not-data 2:51']],
  ['in a list', "export default [{ apiVersion: 'v1', kind: 'Pod', a: NaN }]", ['value-not-data 1:53']],
  [
    'in what a template made',
    "import { volume } from '#lab'\nexport const a = { ...volume('a', '1Gi'), x: NaN }",
    ['value-not-data 2:23'],
  ],
]

/** What can, and what comes of it. */
export const written: readonly (readonly [value: string, manifest: JsonObject])[] = [
  ['undefined', {}],
  ['null', { x: null }],
  ['Object.create(null)', { x: {} }],
  ['Object.freeze([1, "a", true, null])', { x: [1, 'a', true, null] }],
  ['{ a: undefined, b: { c: undefined } }', { x: { b: {} } }],
  ['"\\u2028\\0</script>"', { x: '\u2028\0</script>' }],
  ['{ "": 1, 2: 3, "constructor": 4 }', { x: { 2: 3, '': 1, constructor: 4 } }],
  ['1e21', { x: 1e21 }],
  ['`${1}`', { x: '1' }],
]

function refused(value: string, finding: string): Case {
  return [value, manifest(value), [finding]]
}

export function manifest(value: string): string {
  return `export const a = { apiVersion: 'v1', kind: 'Pod',\n  x: ${value} }`
}

function doubled(times: number): string {
  return `let a = ['x']; export default { apiVersion: 'v1', kind: 'Pod', a: (() => { for (let i = 0; i < ${times}; i++) a = [a, a]; return a })() }`
}
