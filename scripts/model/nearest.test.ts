import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['alice-dtaa', ['alice-data', 'alice-ckpt'], 'alice-data'],
  ['alice-dat', ['alice-data'], 'alice-data'],
  ['Alice-Data', ['alice-data'], 'alice-data'],
  ['alice-data', ['alice-ckpt', 'bob-data'], undefined],
  ['x', ['y'], 'y'],
  ['x', ['yz'], undefined],
  ['', ['a'], 'a'],
  ['alice-a', ['alice-b', 'alice-c'], 'alice-b'],
  ['a'.repeat(200), ['a'.repeat(199)], undefined],
  ['alice-data', [], undefined],
])('%s out of %j is %s', (word, candidates, meant) => {
  expect(nearest(word, candidates)).toBe(meant)
})
