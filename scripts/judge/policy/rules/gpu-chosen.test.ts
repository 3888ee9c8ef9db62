import { expect, test } from 'vitest'
import { aPod, changed, codesOf, faultsOf } from '../specimens.ts'
import { gpuChosen } from './gpu-chosen.ts'

const must = 'spec affinity nodeAffinity requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms'
const anyRegion = { matchExpressions: [{ key: 'topology.kubernetes.io/region', operator: 'In', values: ['us-west'] }] }
const modern = { matchExpressions: [{ key: 'nvidia.com/gpu.compute.major', operator: 'Gt', values: ['7'] }] }
const a40 = { 'nvidia.com/a40': '1' }

test.each([
  ['chosen', {}, []],
  ['not chosen', { 'spec affinity': undefined }, ['gpu-any']],
  ['only a region', { [must]: [anyRegion] }, ['gpu-any']],
  ['or any, since terms are alternatives', { [`${must} 1`]: anyRegion }, ['gpu-any']],
  ['by capability', { [must]: [modern] }, []],
  [
    'by a node selector',
    { 'spec affinity': undefined, 'spec nodeSelector': { 'nvidia.com/gpu.product': 'NVIDIA-A10' } },
    [],
  ],
  ['a card with its own resource', { 'spec affinity': undefined, 'spec containers 0 resources': { limits: a40 } }, []],
  ['no card', { 'spec affinity': undefined, 'spec containers 0 resources': {} }, []],
])('%s', (_, changes, codes) => {
  expect(codesOf(gpuChosen, changed(aPod, changes))).toEqual(codes)
})

test('a warning that names the commonest old card', () => {
  expect(faultsOf(gpuChosen, changed(aPod, { 'spec affinity': undefined }))).toMatchObject([
    { severity: 'warning', args: { example: '1080Ti' } },
  ])
})
