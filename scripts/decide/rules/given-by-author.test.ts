import { expect, test } from 'vitest'
import type { Facts } from '../../model/facts.ts'
import { added, alice, deleted, facts, grant, root, touching, words } from '../facts.fixture.ts'
import { givenByAuthor } from './given-by-author.ts'

const file = 'grants/118-alice-dev.json'
const given = (changes = {}) => ({ ...touching(added(file)), grants: [{ file, grant: grant(changes), findings: [] }] })

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['an admin in their own name', { author: root, ...given() }, []],
  ['a member', { author: alice, ...given() }, ['refuse grants-not-by-admin']],
  ['a same-named account', { author: { login: 'root', id: 7 }, ...given() }, ['refuse grants-not-by-admin']],
  ['in another admin’s name', { author: root, ...given({ by: 'boss', byId: 2 }) }, ['refuse grant-in-anothers-name']],
  ['in the own name with another id', { author: root, ...given({ byId: 2 }) }, ['refuse grant-in-anothers-name']],
  ['an admin withdraws', { author: root, ...touching(deleted(file)) }, ['grant grant-withdrawn']],
  ['a member withdraws', { author: alice, ...touching(deleted(file)) }, ['refuse grants-not-by-admin']],
])('%s', (_, changes, expected) => {
  expect(words(givenByAuthor(facts(changes)))).toEqual(expected)
})
