import { expect, test } from 'vitest'
import type { Facts } from '../../model/facts.ts'
import { facts, words } from '../facts.fixture.ts'
import { checkPassed } from './check-passed.ts'

test.each<[Facts['check'], readonly string[]]>([
  ['passed', []],
  ['pending', ['ask check-pending']],
  ['failed', ['refuse check-failed']],
])('%s', (check, expected) => {
  expect(words(checkPassed(facts({ check })))).toEqual(expected)
})
