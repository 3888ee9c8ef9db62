import { expect, test } from 'vitest'
import { aService, changed, codesOf } from '../specimens.ts'
import { serviceStaysInside } from './service-stays-inside.ts'

test.each([
  ['as it is', {}, []],
  ['said', { 'spec type': 'ClusterIP' }, []],
  ['without an address of its own', { 'spec clusterIP': 'None' }, []],
  ['a port on every machine', { 'spec type': 'NodePort' }, ['service-exposed']],
  ['a fixed one', { 'spec type': 'NodePort', 'spec ports 0 nodePort': 30_000 }, ['service-exposed', 'address-fixed']],
  [
    'an outside address',
    { 'spec type': 'LoadBalancer', 'spec loadBalancerIP': '1.2.3.4' },
    ['service-exposed', 'service-exposed'],
  ],
  [
    'another name',
    { 'spec type': 'ExternalName', 'spec externalName': 'evil.com' },
    ['service-exposed', 'service-exposed'],
  ],
  ["others' addresses", { 'spec externalIPs': ['1.2.3.4'] }, ['service-exposed']],
])('%s', (_, changes, codes) => {
  expect(codesOf(serviceStaysInside, changed(aService, changes))).toEqual(codes)
})
