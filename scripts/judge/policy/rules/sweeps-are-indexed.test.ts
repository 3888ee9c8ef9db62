import { expect, test } from 'vitest'
import { aJob, changed, codesOf } from '../specimens.ts'
import { sweepsAreIndexed } from './sweeps-are-indexed.ts'

test.each([
  ['one run', aJob, {}, []],
  ['one run of a sweep', aJob, { 'spec completions': 1 }, []],
  ['a sweep', aJob, { 'spec completions': 9, 'spec completionMode': 'Indexed' }, []],
  ['runs that do not know which they are', aJob, { 'spec completions': 9 }, ['job-not-indexed']],
  ['the same, said', aJob, { 'spec completions': 9, 'spec completionMode': 'NonIndexed' }, ['job-not-indexed']],
  ['copies that fetch their work', aJob, { 'spec parallelism': 9 }, []],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(sweepsAreIndexed, changed(manifest, changes))).toEqual(codes)
})
