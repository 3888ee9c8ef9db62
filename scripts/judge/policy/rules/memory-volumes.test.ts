import { expect, test } from 'vitest'
import { aPod, changed, codesOf, faultsOf } from '../specimens.ts'
import { memoryVolumes } from './memory-volumes.ts'

const shm = 'spec volumes 0 emptyDir'
const second = {
  'spec volumes 2': { name: 'ram', emptyDir: { medium: 'Memory', sizeLimit: '9Gi' } },
  'spec containers 0 volumeMounts 2': { name: 'ram', mountPath: '/ram' },
}
const beside = {
  'spec containers 1': {
    name: 'b',
    resources: { limits: { memory: '4Gi' } },
    volumeMounts: [{ name: 'shm', mountPath: '/dev/shm' }],
  },
}

test('told at the largest', () => {
  const path = ['spec', 'volumes', 2, 'emptyDir', 'sizeLimit']
  expect(faultsOf(memoryVolumes, changed(aPod, second)).map((one) => one.path)).toEqual([path])
})

test.each([
  ['half of the memory', {}, []],
  ['all of it', { [`${shm} sizeLimit`]: '16Gi' }, []],
  ['more', { [`${shm} sizeLimit`]: '17Gi' }, ['memory-volume-large']],
  ['no size', { [`${shm} sizeLimit`]: undefined }, ['memory-volume-unbounded']],
  ['together more', second, ['memory-volume-large']],
  ['more than a container beside has', beside, ['memory-volume-large']],
  ['mounted by nobody', { 'spec volumes 2': { name: 'ram', emptyDir: { medium: 'Memory', sizeLimit: '60Gi' } } }, []],
  ['huge pages', { [`${shm} medium`]: 'HugePages' }, ['volume-medium']],
  ['on the disk', { [shm]: {} }, []],
])('%s', (_, changes, codes) => {
  expect(codesOf(memoryVolumes, changed(aPod, changes))).toEqual(codes)
})
