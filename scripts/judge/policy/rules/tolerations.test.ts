import { expect, test } from 'vitest'
import { aJob, aPod, changed, faultsOf, template } from '../specimens.ts'
import { tolerations } from './tolerations.ts'

test.each([
  ['for everybody', { key: 'nautilus.io/science-dmz', operator: 'Exists' }, []],
  ['for all', { operator: 'Exists' }, [['toleration-of-all', undefined]]],
  ['for all, with an empty key', { key: '', operator: 'Exists' }, [['toleration-of-all', undefined]]],
  ['broken machines', { key: 'nautilus.io/issue', operator: 'Exists' }, [['toleration-never', undefined]]],
  ["the cluster's own", { key: 'nautilus.io/system', value: 'x' }, [['toleration-never', undefined]]],
  ['large machines', { key: 'nautilus.io/hardware', value: 'large-gpu' }, [['toleration-automatic', undefined]]],
  [
    'another processor',
    { key: 'nautilus.io/hardware', value: 'arm64' },
    [['toleration-authorised', 'nautilus.io/hardware=arm64']],
  ],
  [
    'all hardware',
    { key: 'nautilus.io/hardware', operator: 'Exists' },
    [['toleration-authorised', 'nautilus.io/hardware']],
  ],
  [
    'a group',
    { key: 'nautilus.io/reservation', value: 'tide' },
    [['toleration-authorised', 'nautilus.io/reservation=tide']],
  ],
  ['an old name', { key: 'nautilus.io/arm64', operator: 'Exists' }, [['toleration-renamed', undefined]]],
  ['anything else', { key: 'node.kubernetes.io/unreachable', operator: 'Exists' }, [['toleration-unknown', undefined]]],
])('%s', (_, toleration, expected) => {
  const faults = faultsOf(tolerations, changed(aPod, { 'spec tolerations': [toleration] }))
  expect(faults.map(({ code, lift }) => [code, lift])).toEqual(expected)
})

test('in a Job, at its place', () => {
  const faults = faultsOf(tolerations, changed(aJob, { [`${template} spec tolerations`]: [{ operator: 'Exists' }] }))
  expect(faults.map(({ path }) => path)).toEqual([['spec', 'template', 'spec', 'tolerations', 0]])
})
