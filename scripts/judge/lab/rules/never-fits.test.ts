import { expect, test } from 'vitest'
import { neverFits } from './never-fits.ts'
import { argsOf, disk, footprints, job, pod, said } from '../lab.fixture.ts'

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['all that the lab has', { 'alice/a': [pod('x', { gpu: 8 })] }, []],
  ['several that could run one after the other', { 'alice/a': [pod('x', { gpu: 8 }), pod('y', { gpu: 8 })] }, []],
  ['one run', { 'alice/a': [job('x', { gpu: 3, parallelism: 3 })] }, ['alice/a Job/x never-fits spec.parallelism']],
  [
    'one disk',
    { 'alice/a': [disk('x', '3Ti')] },
    ['alice/a PersistentVolumeClaim/x never-fits spec.resources.requests.storage'],
  ],
  [
    'its hours',
    { 'alice/a': [job('x', { gpu: 8, hours: 126 })] },
    ['alice/a Job/x never-fits spec.activeDeadlineSeconds'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(neverFits, footprints(requests))).toEqual(expected)
})

test('asked and limit', () => {
  expect(argsOf('never-fits', neverFits, footprints({ 'alice/a': [pod('x', { gpu: 9 })] }))).toEqual({
    what: 'gpus',
    asked: 9,
    limit: 8,
  })
})
