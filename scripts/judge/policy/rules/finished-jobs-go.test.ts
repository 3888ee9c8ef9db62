import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf } from '../specimens.ts'
import { finishedJobsGo } from './finished-jobs-go.ts'

const ttl = 'spec ttlSecondsAfterFinished'

test.each([
  ['said', aJob, {}, []],
  ['at once', aJob, { [ttl]: 0 }, []],
  ['unsaid', aJob, { [ttl]: undefined }, ['job-stays']],
  ['a Pod', aPod, {}, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(finishedJobsGo, changed(manifest, changes))).toEqual(codes)
})
