import { expect, test } from 'vitest'
import { aClaim, aDeployment, aJob, aPod, changed, faultsOf, template } from '../specimens.ts'
import { runEnds } from './run-ends.ts'

const end = 'spec activeDeadlineSeconds'
const hour = 3600

test.each([
  ['a session of 6 hours', aPod, { [end]: 6 * hour }, []],
  ['a session of 6 hours and a second', aPod, { [end]: 6 * hour + 1 }, [['session-hours', undefined]]],
  ['a session without end', aPod, { [end]: undefined }, [['end-missing', undefined]]],
  ['a job of a week', aJob, { [end]: 168 * hour }, []],
  ['a job of 200 hours', aJob, { [end]: 200 * hour }, [['job-hours', 200]]],
  ['a job without end', aJob, { [end]: undefined }, [['end-missing', undefined]]],
  [
    'an end for each try only',
    aJob,
    { [end]: undefined, [`${template} ${end}`]: 60 },
    [['end-in-template', undefined]],
  ],
  ['both', aJob, { [`${template} ${end}`]: 60 }, []],
  [
    'slow to stop',
    aPod,
    { [end]: 6 * hour, 'spec terminationGracePeriodSeconds': 600 },
    [['session-hours', undefined]],
  ],
  ['slow to stop, in time', aPod, { [end]: 5 * hour, 'spec terminationGracePeriodSeconds': hour }, []],
  [
    'a job that hardly stops',
    aJob,
    { [`${template} spec terminationGracePeriodSeconds`]: 400 * hour },
    [['job-hours', 410]],
  ],
  ['a disk has no end', aClaim, {}, []],
  ['a service ends by its day', aDeployment, {}, []],
])('%s', (_, manifest, changes, expected) => {
  expect(faultsOf(runEnds, changed(manifest, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})

test('NRP ends sessions, the lab ends jobs', () => {
  expect(faultsOf(runEnds, changed(aPod, { [end]: 9 * hour }))[0]?.law).toMatchObject({ by: 'NRP', asOf: '2026-10-06' })
  expect(faultsOf(runEnds, changed(aJob, { [end]: 999 * hour }))[0]?.law).toEqual({ by: 'lab' })
})
