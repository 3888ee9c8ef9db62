import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, faultsOf, template } from '../specimens.ts'
import { jobsSayWhatRuns } from './jobs-say-what-runs.ts'

const main = `${template} spec containers 0`

test.each([
  ['a command', {}, []],
  ['arguments only', { [`${main} command`]: undefined, [`${main} args`]: ['train'] }, []],
  ['neither', { [`${main} command`]: undefined }, [['command-missing', 'docker.io/pytorch/pytorch:2.9.0']]],
  ['an empty list', { [`${main} command`]: [] }, [['command-missing', 'docker.io/pytorch/pytorch:2.9.0']]],
])('%s', (_, changes, expected) => {
  expect(faultsOf(jobsSayWhatRuns, changed(aJob, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})

test('a session may run what its image runs', () => {
  expect(codesOf(jobsSayWhatRuns, changed(aPod, { 'spec containers 0 command': undefined }))).toEqual([])
})
