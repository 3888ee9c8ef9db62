import { expect, test } from 'vitest'
import { differences } from './differences.ts'
import { pathText, type Json } from '../../model/json.ts'

test.each<[string, Json, Json, readonly string[]]>([
  ['what only the other has counts for nothing', { a: 1 }, { a: 1, b: 2 }, []],
  ['another value', { a: { b: 1, c: 2 } }, { a: { b: 2, c: 2 } }, ['a.b']],
  ['what is missing, as high as it is missing', { a: { b: { c: 1 } } }, { a: {} }, ['a.b']],
  ['another kind of value', { a: { b: 1 } }, { a: 'x' }, ['a']],
  ['a list of plain values is one value', { a: ['x', 'y'] }, { a: ['y', 'x'] }, ['a']],
  ['items meet by name', { a: [{ name: 'x', v: 1 }] }, { a: [{ name: 'added' }, { name: 'x', v: 2 }] }, ['a[1].v']],
  ['an item that is not there', { a: [{ name: 'x' }] }, { a: [{ name: 'y' }] }, ['a']],
  [
    'mounts meet by path, for one volume may be mounted twice',
    { a: [{ name: 'd', mountPath: '/b', readOnly: true }] },
    {
      a: [
        { name: 'd', mountPath: '/a' },
        { name: 'd', mountPath: '/b' },
      ],
    },
    ['a[1].readOnly'],
  ],
  [
    'items without a name meet by place',
    { a: [{ port: 80 }, { port: 81 }] },
    { a: [{ port: 80 }, { port: 82 }] },
    ['a[1].port'],
  ],
  ['a list that is no list', { a: [{ name: 'x' }] }, { a: 'x' }, ['a']],
])('%s', (_, wanted, live, paths) => {
  expect(differences(wanted, live).map(pathText)).toEqual(paths)
})
