import { expect, test } from 'vitest'
import { aJob, changed, faultsOf, template } from '../specimens.ts'
import { gpuClasses } from './gpu-classes.ts'

const pod = `${template} spec`
const values = `${pod} affinity nodeAffinity requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms 0 matchExpressions 0 values`
const asks = (resource: string) => ({
  [`${pod} containers 0 resources`]: { limits: { [resource]: '1' } },
  [`${pod} affinity`]: undefined,
})
const spare = { [`${pod} priorityClassName`]: 'opportunistic2' }

test.each([
  ['open', {}, []],
  ['A100', asks('nvidia.com/a100'), [['gpu-class', 'nvidia.com/a100']]],
  ['A100, preemptible', { ...asks('nvidia.com/a100'), ...spare }, []],
  [
    'A100, another class',
    { ...asks('nvidia.com/a100'), [`${pod} priorityClassName`]: 'owner-no-preempt' },
    [['gpu-class', 'nvidia.com/a100']],
  ],
  ['H100', asks('nvidia.com/h100'), [['gpu-spare', undefined]]],
  ['H100, preemptible', { ...asks('nvidia.com/h100'), ...spare }, []],
  ['GH200', asks('nvidia.com/gh200'), [['gpu-reserved', undefined]]],
  ['GH200, preemptible', { ...asks('nvidia.com/gh200'), ...spare }, [['gpu-reserved', undefined]]],
  ['what is no GPU of ours', asks('qualcomm.com/qaic'), [['gpu-reserved', undefined]]],
  ['a reserved card on the plain resource', { [values]: ['NVIDIA-L40'] }, [['gpu-reserved', undefined]]],
  ['a reserved card among others', { [values]: ['NVIDIA-A10', 'NVIDIA-L40'] }, [['gpu-reserved', undefined]]],
  ['any plain card', { [`${pod} affinity`]: undefined }, []],
])('%s', (_, changes, expected) => {
  expect(faultsOf(gpuClasses, changed(aJob, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})

test('said once, however many containers ask', () => {
  const container = {
    name: 'x',
    resources: { requests: { 'nvidia.com/a100': '1' }, limits: { 'nvidia.com/a100': '1' } },
  }
  expect(faultsOf(gpuClasses, changed(aJob, { [`${pod} containers`]: [container, container] }))).toHaveLength(1)
})
