import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf } from '../specimens.ts'
import { runsOnce } from './runs-once.ts'

test.each([
  ['Never', aPod, 'Never', []],
  ['OnFailure', aPod, 'OnFailure', ['restart-policy']],
  ['Always', aPod, 'Always', ['restart-policy']],
  ['unset, which is Always', aPod, undefined, ['restart-policy']],
  ["a Job is the API server's to judge", aJob, undefined, []],
])('%s', (_, manifest, policy, codes) => {
  expect(codesOf(runsOnce, changed(manifest, { 'spec restartPolicy': policy }))).toEqual(codes)
})
