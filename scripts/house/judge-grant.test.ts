import { expect, test } from 'vitest'
import config from '#lab/config'
import type { Grant } from '../model/grant.ts'
import type { Lab } from '../model/lab.ts'
import { judgeGrant } from './judge-grant.ts'

const lab: Lab = { ...config, admins: ['alice', 'bob'], members: { alice: {}, bob: { id: 1002 }, carol: {} } }
const alone: Lab = { ...lab, admins: ['bob'] }
const today = '2026-10-01'

const grant: Grant = {
  v: 1,
  login: 'carol',
  request: 'llm',
  lifts: [{ code: 'member-gpus', value: 8 }],
  until: '2026-10-10',
  by: 'bob',
  byId: 1002,
  pull: 118,
  head: 'a'.repeat(40),
  ask: 'f34bfbc',
  comment: 987654,
  reason: 'a deadline',
}

const table: readonly (readonly [title: string, change: Partial<Grant>, ...said: string[]])[] = [
  ['a grant', {}],
  ['one that ended', { until: '2026-09-30' }],
  ['the last day that is allowed', { until: '2027-01-29' }],
  ['a day more', { until: '2027-01-30' }, 'error grant-too-long'],
  ['for somebody who left', { login: 'dave' }, 'error grant-misplaced', 'warning grant-for-stranger'],
  ['for what every object has', { login: 'constructor' }, 'error grant-misplaced', 'warning grant-for-stranger'],
  ['by a member', { by: 'carol' }, 'warning grant-by-stranger', 'error grant-for-oneself'],
  ['by an admin in other letters', { by: 'Bob' }, 'warning grant-by-stranger'],
  ['by another account of that name', { byId: 7 }, 'error grant-by-other-account'],
  ['by an admin whose account is not written down', { by: 'alice', byId: 7 }],
  ['by an admin for themselves', { login: 'bob' }, 'error grant-misplaced', 'error grant-for-oneself'],
  ['in the file of another pull request', { pull: 119 }, 'error grant-misplaced'],
  ['in the file of another request', { request: 'llm2' }, 'error grant-misplaced'],
]

test.each(table.map(([title, change, ...said]) => ({ title, change, said })))('$title', ({ change, said }) => {
  const faults = judgeGrant({ ...grant, ...change }, '118-carol-llm.json', lab, today)
  expect(faults.map(({ code, severity }) => `${severity} ${code}`)).toEqual(said)
})

test('the only admin may grant to themselves', () => {
  expect(judgeGrant({ ...grant, login: 'bob' }, '118-bob-llm.json', alone, today)).toEqual([])
})
