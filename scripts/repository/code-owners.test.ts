import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from '../../lab.config.ts'
import type { Lab } from '../model/lab.ts'
import { codeOwners } from './code-owners.ts'

const lab: Lab = { ...config, admins: ['ana', 'ben'], members: { ana: {}, ben: {}, cyd: {}, old: { suspended: true } } }
const file = '.github/CODEOWNERS'

test('the repository has the one of lab.config.ts', () => {
  const owners = codeOwners(config)
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, owners)
  expect(readFileSync(file, 'utf8')).toBe(owners)
})

test('at level simple an admin merges, so an admin is asked', () => {
  expect(codeOwners(lab).split('\n').slice(1)).toEqual([
    '* @ana @ben',
    '/users/ana/ @ana @ben',
    '/users/ben/ @ben @ana',
    '/users/cyd/ @cyd @ana @ben',
    '',
  ])
})

test('at level computed nobody is asked about what merges by itself', () => {
  const computed: Lab = { ...lab, review: { level: 'computed', app: { id: 1, slug: 'lab' }, seal: '', since: '' } }
  expect(codeOwners(computed)).toContain('\n/users/cyd/ @cyd\n')
})
