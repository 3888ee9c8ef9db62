import { expect, test } from 'vitest'
import { facts, touching, words } from '../facts.fixture.ts'
import { changesSomething } from './changes-something.ts'

test('what main has already is no change', () => {
  expect(words(changesSomething(facts(touching())))).toEqual(['refuse nothing-changes'])
  expect(changesSomething(facts())).toEqual([])
})
