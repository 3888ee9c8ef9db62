import { expect, test } from 'vitest'
import { aDeployment, aJob, changed, codesOf, template } from '../specimens.ts'
import { serviceWithoutGpu } from './service-without-gpu.ts'

const limits = `${template} spec containers 0 resources limits`

test.each([
  ['none', aDeployment, {}, []],
  ['a plain card', aDeployment, { [`${limits} nvidia.com/gpu`]: '1' }, ['service-gpu']],
  ['a named card', aDeployment, { [`${limits} nvidia.com/a40`]: '1' }, ['service-gpu']],
  [
    'in a request only',
    aDeployment,
    { [`${template} spec containers 0 resources requests nvidia.com/gpu`]: '1' },
    ['service-gpu'],
  ],
  ['a Job', aJob, {}, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(serviceWithoutGpu, changed(manifest, changes))).toEqual(codes)
})
