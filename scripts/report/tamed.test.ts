import { expect, test } from 'vitest'
import { foreignTexts, tamed } from './tamed.ts'

const args = { name: 'a`b\u202e', count: 3, list: ['x\n', null, true], near: { option: '`' } }

test('texts lose backticks and what is hidden, at any depth; everything else stays', () => {
  expect(tamed(args)).toEqual({ name: 'aˋb␣202e', count: 3, list: ['x␣a', null, true], near: { option: 'ˋ' } })
})

test('they can be listed as they are shown', () => {
  expect(foreignTexts(args)).toEqual(['aˋb␣202e', 'x␣a', 'ˋ'])
})
