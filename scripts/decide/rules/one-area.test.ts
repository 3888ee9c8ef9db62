import { expect, test } from 'vitest'
import { facts, touching } from '../facts.fixture.ts'
import { oneArea } from './one-area.ts'

test.each<[string, readonly string[], readonly object[]]>([
  ['requests', ['users/alice/a.ts', 'users/alice/b.ts'], []],
  ['grants', ['grants/1-alice-dev.json'], []],
  ['the house', ['lab.config.ts', 'users/tsconfig.json', 'grants/README.md'], []],
  ['a request and its own limit', ['users/alice/a.ts', 'lab.config.ts'], [{ requests: 1, grants: 0, house: 1 }]],
  [
    'a request and its own grant',
    ['users/alice/a.ts', 'grants/1-alice-a.json'],
    [{ requests: 1, grants: 1, house: 0 }],
  ],
  ['a grant and how long it may be', ['lab.config.ts', 'grants/1-a-a.json'], [{ requests: 0, grants: 1, house: 1 }]],
])('%s', (_, paths, expected) => {
  expect(oneArea(facts(touching(...paths))).map(({ args }) => args)).toEqual(expected)
})
