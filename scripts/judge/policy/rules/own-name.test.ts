import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { ownName } from './own-name.ts'

test.each([
  ['alice-dev', []],
  [`alice-${'x'.repeat(46)}`, []],
  [`alice-${'x'.repeat(47)}`, ['own-name-too-long']],
  ['alice', ['name-foreign']],
  ['alicedev', ['name-foreign']],
  ['bob-dev', ['name-foreign']],
  ['Alice-dev', ['name-foreign']],
  [undefined, ['name-missing']],
])('%s', (name, codes) => {
  expect(codesOf(ownName, changed(aPod, { 'metadata name': name }))).toEqual(codes)
})

test("the prefix is the lab's, where the login will not do", () => {
  const more = { prefix: 'real', request: { owner: '4Real', name: 'dev', file: 'users/4Real/dev.ts' } }
  expect(codesOf(ownName, changed(aPod, { 'metadata name': '4real-dev' }), more)).toEqual(['name-foreign'])
  expect(codesOf(ownName, changed(aPod, { 'metadata name': 'real-dev' }), more)).toEqual([])
})
