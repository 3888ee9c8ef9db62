import { expect, test } from 'vitest'
import { aJob, aPod, changed, codesOf, template } from '../specimens.ts'
import { scheduledByTheCluster } from './scheduled-by-the-cluster.ts'

test.each([
  ['none', aPod, {}, []],
  ['the usual scheduler', aPod, { 'spec schedulerName': 'default-scheduler' }, []],
  ['another', aPod, { 'spec schedulerName': 'mine' }, ['scheduling-bypassed']],
  ['a machine', aPod, { 'spec nodeName': 'fiona8-0' }, ['scheduling-bypassed']],
  ['a runtime', aJob, { [`${template} spec runtimeClassName`]: 'kata' }, ['scheduling-bypassed']],
])('%s', (_, manifest, changes, codes) => {
  expect(codesOf(scheduledByTheCluster, changed(manifest, changes))).toEqual(codes)
})
