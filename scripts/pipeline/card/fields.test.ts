import { expect, test } from 'vitest'
import type { Json } from '../../model/json.ts'
import { fieldChanges } from './fields.ts'
import { withoutValues } from './hidden.ts'

const pod = (spec: Json) => ({ kind: 'Pod', metadata: { name: 'x' }, spec })
const container = (env: Json) => pod({ containers: [{ name: 'main', env }] })
const told = (before: Json, after: Json) =>
  fieldChanges([pod(before)], [pod(after)]).map(({ path, before: was, after: is }) => `${path}: ${was} → ${is}`)

test.each<[string, Json, Json, readonly string[]]>([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a value', { a: 1 }, { a: 2 }, ['Pod/x spec.a: 1 → 2']],
  ['a field comes', {}, { a: 'x' }, ['Pod/x spec.a: undefined → x']],
  ['a field goes', { a: 'x' }, {}, ['Pod/x spec.a: x → undefined']],
  [
    'another kind of value',
    { a: [1] },
    { a: { b: 1 } },
    ['Pod/x spec.a[0]: 1 → undefined', 'Pod/x spec.a.b: undefined → 1'],
  ],
  [
    'named elements are compared by name, wherever they stand',
    { c: [{ name: 'a', v: 1 }] },
    {
      c: [
        { name: 'b', v: 1 },
        { name: 'a', v: 2 },
      ],
    },
    ['Pod/x spec.c[a].v: 1 → 2', 'Pod/x spec.c[b]: undefined → {"name":"b","v":1}'],
  ],
  ['others by place', { c: ['a', 'b'] }, { c: ['a', 'c'] }, ['Pod/x spec.c[1]: b → c']],
])('%s', (_, before, after, expected) => {
  expect(told(before, after)).toEqual(expected)
})

test('values of environment variables are nowhere, and their change is told', () => {
  const [before, after] = ['secret-one', 'secret-two'].map((value) => container([{ name: 'KEY', value }]))
  if (before === undefined || after === undefined) throw new Error('two')
  const changes = fieldChanges([before], [after])
  expect(changes).toMatchObject([{ path: 'Pod/x spec.containers[main].env[KEY].value' }])
  expect(JSON.stringify([changes, withoutValues(before), withoutValues(after)])).not.toContain('secret-')
  expect(JSON.stringify(withoutValues(before))).toContain('"KEY"')
})

test('a new variable shows its name and not its value', () => {
  const changes = fieldChanges([container([])], [container([{ name: 'KEY', value: 'secret-one' }])])
  expect(JSON.stringify(changes)).toContain('KEY')
  expect(JSON.stringify(changes)).not.toContain('secret-')
})
