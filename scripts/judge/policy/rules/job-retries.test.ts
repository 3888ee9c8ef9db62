import { expect, test } from 'vitest'
import { aJob, changed, faultsOf } from '../specimens.ts'
import { jobRetries } from './job-retries.ts'

const lost = { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }
const failed = { action: 'Ignore', onExitCodes: { operator: 'NotIn', values: [0] } }
const stop = { action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }

test.each([
  ['none', {}, []],
  ['five', { 'spec backoffLimit': 5 }, []],
  ['eleven', { 'spec backoffLimit': 11 }, [['job-retries', 11]]],
  ['for each run', { 'spec backoffLimitPerIndex': 100 }, [['job-retries', 100]]],
  ['a lost machine is no failure', { 'spec podFailurePolicy': { rules: [lost, stop] } }, []],
  ['a failure is one', { 'spec podFailurePolicy': { rules: [lost, failed] } }, [['failure-ignored', undefined]]],
])('%s', (_, changes, expected) => {
  expect(faultsOf(jobRetries, changed(aJob, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})
