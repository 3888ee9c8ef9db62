import { expect, test } from 'vitest'
import { near } from './near.ts'

test.each([
  ['gpus', ['gpu', 'cpu'], 'gpu'],
  ['bbo', ['alice', 'bob', 'carol'], 'bob'],
  ['A1000', ['A10', 'A4000', 'A100'], 'A100'],
  ['24gb', ['16GB', '24GB'], '24GB'],
  ['NVIDIA-A100-SXM4', ['A10', 'A100', 'L4'], 'A100'],
  ['pytorhc', ['python', 'pytorch'], 'pytorch'],
  ['memory', ['gpu', 'hours'], undefined],
  ['x', [], undefined],
  ['a'.repeat(1000), ['a'], undefined],
])('%s among %j is %s', (word, candidates, meant) => {
  expect(near(word, candidates)).toBe(meant)
})
