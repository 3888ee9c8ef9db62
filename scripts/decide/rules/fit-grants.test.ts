import { expect, test } from 'vitest'
import type { Facts } from '../../model/facts.ts'
import { added, facts, grant, root, roster, touching, words } from '../facts.fixture.ts'
import { fitGrants } from './fit-grants.ts'

const file = 'grants/118-alice-dev.json'
const given = (changes = {}) => [{ file, grant: grant(changes), findings: [] }]
const base = { author: root, ...touching(added(file)) }
const alone = { roster: { ...roster, admins: ['root'] } }

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['for a member', { grants: given() }, ['grant grant-given']],
  ['that is none', { grants: [{ file, findings: [] }] }, ['refuse grant-unfit']],
  ['that nobody read', { grants: [] }, ['refuse grant-unfit']],
  ['for oneself', { grants: given({ login: 'root' }) }, ['refuse grant-for-author']],
  [
    'for oneself, where nobody else can',
    { ...alone, grants: given({ login: 'root' }) },
    ['grant grant-given', 'grant sole-admin'],
  ],
])('a grant %s', (_, changes, expected) => {
  expect(words(fitGrants(facts({ ...base, ...changes })))).toEqual(expected)
})
