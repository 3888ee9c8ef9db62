import { expect, test } from 'vitest'
import { aJob, changed, faultsOf } from '../specimens.ts'
import { jobSize } from './job-size.ts'

test.each([
  ['one', {}, []],
  ['200 runs', { 'spec completions': 200 }, []],
  ['201 runs', { 'spec completions': 201 }, [['job-too-many-pods', 201]]],
  ['1000 at once, without end', { 'spec parallelism': 1000 }, [['job-too-many-pods', 1000]]],
])('%s', (_, changes, expected) => {
  expect(faultsOf(jobSize, changed(aJob, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})
