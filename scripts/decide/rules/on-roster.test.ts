import { expect, test } from 'vitest'
import type { Account } from '../../model/facts.ts'
import { facts } from '../facts.fixture.ts'
import { onRoster } from './on-roster.ts'

test.each<[string, Account, readonly object[]]>([
  ['a member', { login: 'alice', id: 1001 }, []],
  ['a member without an id in the roster', { login: 'newcomer', id: 9 }, []],
  ['a stranger', { login: 'mallory', id: 7 }, [{ code: 'not-on-roster', args: { login: 'mallory' } }]],
  [
    'somebody who took a login that was given up',
    { login: 'alice', id: 7 },
    [{ code: 'other-account', args: { login: 'alice', id: 7, expected: 1001 } }],
  ],
  [
    'a member under a new login',
    { login: 'al', id: 1001 },
    [{ code: 'not-on-roster', args: { login: 'al', knownAs: 'alice' } }],
  ],
  ['a login in other capitals', { login: 'Alice', id: 7 }, [{ code: 'not-on-roster', args: { near: 'alice' } }]],
  ['a name that every object has', { login: 'constructor', id: 7 }, [{ code: 'not-on-roster' }]],
])('%s', (_, author, expected) => {
  const reasons = onRoster(facts({ author }))
  expect(reasons).toMatchObject(expected)
  expect(reasons).toHaveLength(expected.length)
  expect(reasons.every(({ says }) => says === 'refuse')).toBe(true)
})
