import { expect, test } from 'vitest'
import { meant } from './meant.ts'

const products = ['NVIDIA-GeForce-RTX-3090', 'NVIDIA-RTX-A4000', 'NVIDIA-A40']
const resources = ['nvidia.com/gpu', 'nvidia.com/a100', 'nvidia.com/a40', 'nvidia.com/rtxa6000']

test.each<[string, readonly string[], string | undefined]>([
  ['RTX3090', ['24GB', '3090', '4090'], '3090'],
  ['NVIDIA-A100-SXM4', ['A10', 'A100', 'L4'], 'A100'],
  ['A1000', ['A10', 'A4000', 'A100'], 'A100'],
  ['24gb', ['16GB', '24GB'], '24GB'],
  ['NVIDIA-RTX-3090', products, 'NVIDIA-GeForce-RTX-3090'],
  ['nvidia.com/a6000', resources, 'nvidia.com/rtxa6000'],
  ['nvidia.com/A40', resources, 'nvidia.com/a40'],
  ['nvidia.com/v100', resources, 'nvidia.com/a100'],
  ['amd.com/gpu', resources, undefined],
  ['NVIDIA-RTX', products, undefined],
  ['gpus', ['gpu', 'cpu'], 'gpu'],
  ['bbo', ['alice', 'bob', 'carol'], 'bob'],
  ['pytorhc', ['python', 'pytorch'], 'pytorch'],
  ['rook-cefs', ['rook-cephfs', 'rook-ceph-block'], 'rook-cephfs'],
  ['me', ['memory'], undefined],
  ['memory', ['gpu', 'hours'], undefined],
  ['x', [], undefined],
  ['a'.repeat(1000), ['aa'], undefined],
])('%s among %j is %s', (word, candidates, expected) => {
  expect(meant(word, candidates)).toBe(expected)
})
