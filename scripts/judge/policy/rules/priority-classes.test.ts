import { expect, test } from 'vitest'
import { aDeployment, aJob, aPod, changed, faultsOf, template } from '../specimens.ts'
import { priorityClasses } from './priority-classes.ts'

const inJob = `${template} spec priorityClassName`

test.each([
  ['none', aJob, {}, []],
  ['preemptible', aJob, { [inJob]: 'opportunistic2' }, []],
  ['the other preemptible', aJob, { [inJob]: 'opportunistic' }, []],
  ['nice, of old', aJob, { [inJob]: 'nice' }, [['priority-refused', undefined]]],
  ["the system's", aJob, { [inJob]: 'system-node-critical' }, [['priority-refused', undefined]]],
  ['before others', aJob, { [inJob]: 'owner-no-preempt' }, [['priority-special', 'owner-no-preempt']]],
  ['a preemptible session', aPod, { 'spec priorityClassName': 'opportunistic2' }, [['preemptible-not-job', undefined]]],
  ['a preemptible service', aDeployment, { [inJob]: 'opportunistic' }, [['preemptible-not-job', undefined]]],
])('%s', (_, manifest, changes, expected) => {
  expect(faultsOf(priorityClasses, changed(manifest, changes)).map(({ code, lift }) => [code, lift])).toEqual(expected)
})
