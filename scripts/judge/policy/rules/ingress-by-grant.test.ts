import { expect, test } from 'vitest'
import { aService, anIngress, changed, faultsOf } from '../specimens.ts'
import { ingressByGrant } from './ingress-by-grant.ts'

const second = { host: 'more.nrp-nautilus.io' }

test.each([
  ['one', anIngress, {}, ['alice.nrp-nautilus.io']],
  ['two', anIngress, { 'spec rules 1': second }, ['alice.nrp-nautilus.io', 'more.nrp-nautilus.io']],
  ['another kind', aService, {}, []],
])('%s', (_, manifest, changes, lifts) => {
  expect(faultsOf(ingressByGrant, changed(manifest, changes)).map(({ lift }) => lift)).toEqual(lifts)
})
