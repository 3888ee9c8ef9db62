import { expect, test } from 'vitest'
import lab from '../../lab.config.ts'
import { knownResources } from './known-resources.ts'

test('what the catalogue names, closed cards too, and nothing else', () => {
  const known = knownResources(lab)
  const asked = ['nvidia.com/gpu', 'nvidia.com/a40', 'qualcomm.com/qaic', 'nvidia.com/A40', 'cpu']
  expect(asked.map((resource) => known.has(resource))).toEqual([true, true, true, false, false])
})
