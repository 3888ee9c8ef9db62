import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { jobGpus } from './job-gpus.ts'

const card = `${template} spec containers 0 resources limits nvidia.com/gpu`

test.each([
  ['one', aJob, {}, []],
  ['a full machine', aJob, { [card]: '8' }, []],
  ['more', aJob, { [card]: '9' }, ['job-gpus']],
  ['parallel pods count one by one', aJob, { [card]: '8', 'spec parallelism': 20 }, []],
  ["a Pod is another rule's", aPod, { 'spec containers 0 resources limits nvidia.com/gpu': '9' }, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(jobGpus, changed(manifest, changes))).toEqual(codes)
})
