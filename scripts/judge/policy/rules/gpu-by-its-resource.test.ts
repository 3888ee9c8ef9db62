import { expect, test } from 'vitest'
import { aPod, changed, codesOf, faultsOf } from '../specimens.ts'
import { gpuByItsResource } from './gpu-by-its-resource.ts'

const values =
  'spec affinity nodeAffinity requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms 0 matchExpressions 0 values'
const resources = 'spec containers 0 resources'
const asks = (resource: string) => ({ requests: { [resource]: '1' }, limits: { [resource]: '1' } })

test.each([
  ['plain card, plain resource', {}, []],
  ['A40, plain resource', { [values]: ['NVIDIA-A40'] }, ['gpu-resource']],
  ['A40, its resource', { [values]: ['NVIDIA-A40'], [resources]: asks('nvidia.com/a40') }, []],
  ['plain card, resource of the A40', { [resources]: asks('nvidia.com/a40') }, ['gpu-resource']],
  ['one of several', { [values]: ['NVIDIA-A10', 'NVIDIA-A40'] }, ['gpu-resource']],
  ['a slip in the name', { [values]: ['NVIDIA-A10G'] }, ['gpu-product-unknown']],
  [
    'by a node selector',
    { 'spec affinity': undefined, 'spec nodeSelector': { 'nvidia.com/gpu.product': 'NVIDIA-A40' } },
    ['gpu-resource'],
  ],
  ['a name and no card asked for', { [values]: ['NVIDIA-A40'], [resources]: {} }, []],
  ['the resource alone', { 'spec affinity': undefined, [resources]: asks('nvidia.com/a40') }, []],
])('%s', (_, changes, codes) => {
  expect(codesOf(gpuByItsResource, changed(aPod, changes))).toEqual(codes)
})

test('says which resource is right, at the product', () => {
  expect(faultsOf(gpuByItsResource, changed(aPod, { [values]: ['NVIDIA-A10', 'NVIDIA-A40'] }))).toMatchObject([
    {
      args: { model: 'A40', asked: 'nvidia.com/gpu', right: 'nvidia.com/a40' },
      path: [...values.split(' ').map(step), 1],
    },
  ])
})

function step(key: string): string | number {
  return key === '0' ? 0 : key
}
