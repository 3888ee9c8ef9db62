import { expect, test } from 'vitest'
import { aPod, changed, faultsOf } from '../specimens.ts'
import { knownResources } from './known-resources.ts'

const limits = 'spec containers 0 resources limits'

test.each([
  ['a plain card', {}, []],
  ['a card with its own', { [`${limits} nvidia.com/a40`]: '1' }, []],
  ['one that is not for us', { [`${limits} qualcomm.com/qaic`]: '1' }, []],
  ['scratch', { [`${limits} ephemeral-storage`]: '1Gi' }, []],
  ['a slip', { [`${limits} nvidia.com/gpus`]: '1' }, ['nvidia.com/gpu']],
  ['another vendor', { [`${limits} amd.com/gpu`]: '1' }, [undefined]],
  ['a native slip', { [`${limits} memroy`]: '1Gi' }, ['memory']],
  ['in requests only', { 'spec containers 0 resources requests hugepages-2Mi': '1Gi' }, [undefined]],
  ['a name from JSON', { [`${limits} constructor`]: '1' }, [undefined]],
])('%s', (_, changes, near) => {
  const faults = faultsOf(knownResources, changed(aPod, changes))
  expect(faults.map(({ code, args }) => (code === 'resource-not-here' ? args.near : code))).toEqual(near)
})
