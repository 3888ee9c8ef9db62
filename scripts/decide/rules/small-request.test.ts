import { expect, test } from 'vitest'
import { facts, words } from '../facts.fixture.ts'
import { smallRequest } from './small-request.ts'

test('the yes has a name', () => {
  expect(words(smallRequest(facts()))).toEqual(['allow small-request'])
})
