import { expect, test } from 'vitest'
import type { Account, Facts } from '../../model/facts.ts'
import { alice, boss, facts, head, root, roster, words } from '../facts.fixture.ts'
import { adminApproves } from './admin-approves.ts'

const seen = (by: Account, changes = {}): Pick<Facts, 'reviews'> => ({
  reviews: [{ by, state: 'approved', commit: head, ...changes }],
})
const sole = { ...roster, admins: ['root'] }
const unboundSole = { ...roster, admins: ['newcomer'] }

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['nobody yet', {}, ['ask approval-missing']],
  ['an admin', seen(root), ['grant approved']],
  ['a member', seen({ login: 'bob', id: 1002 }), ['ask approval-missing']],
  ['a same-named account', seen({ login: 'root', id: 7 }), ['ask approval-missing']],
  ['the author, who is an admin', { author: root, ...seen(root) }, ['ask approval-missing']],
  ['the other admin', { author: root, ...seen(boss) }, ['grant approved']],
  ['an older head', seen(root, { commit: 'b'.repeat(40) }), ['ask approval-missing']],
  ['dismissed', seen(root, { state: 'dismissed' }), ['ask approval-missing']],
  ['the only admin for themselves', { author: root, roster: sole }, ['grant sole-admin']],
  ['the only admin by another account', { author: { login: 'root', id: 7 }, roster: sole }, ['ask approval-missing']],
  ['a member, where there is one admin', { author: alice, roster: sole }, ['ask approval-missing']],
  [
    'an admin whom the roster has no id for',
    { roster: unboundSole, ...seen({ login: 'newcomer', id: 9 }) },
    ['ask approval-missing', 'ask admin-unbound'],
  ],
])('%s', (_, changes, expected) => {
  expect(words(adminApproves(facts(changes)))).toEqual(expected)
})
