import { expect, test } from 'vitest'
import type { Facts } from '../../model/facts.ts'
import { facts, head, root, words } from '../facts.fixture.ts'
import { boundAccount } from './bound-account.ts'

const newcomer = { login: 'newcomer', id: 9 }

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['an account that the roster knows', {}, []],
  ['a login without an id', { author: newcomer }, ['ask account-unbound']],
  [
    'the same, seen by an admin',
    { author: newcomer, reviews: [{ by: root, state: 'approved', commit: head }] },
    ['grant approved'],
  ],
])('%s', (_, changes, expected) => {
  expect(words(boundAccount(facts(changes)))).toEqual(expected)
})
