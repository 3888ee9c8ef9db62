import { expect, test } from 'vitest'
import { aPod, changed, codesOf } from '../specimens.ts'
import { oneKindOfGpu } from './one-kind-of-gpu.ts'

const limits = 'spec containers 0 resources limits'
const other = { name: 'b', resources: { limits: { 'nvidia.com/a40': '1' } } }

test.each([
  ['one', {}, []],
  [
    'one in two containers',
    { 'spec containers 1': { ...other, resources: { limits: { 'nvidia.com/gpu': '1' } } } },
    [],
  ],
  ['two in a container', { [`${limits} nvidia.com/a40`]: '1' }, ['gpu-kinds-mixed']],
  ['two in two containers', { 'spec containers 1': other }, ['gpu-kinds-mixed']],
  ['two, one before the other', { 'spec initContainers': [other] }, ['gpu-kinds-mixed']],
])('%s', (_, changes, codes) => {
  expect(codesOf(oneKindOfGpu, changed(aPod, changes))).toEqual(codes)
})
