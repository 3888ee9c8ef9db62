import { expect, test } from 'vitest'
import { aDeployment, aPod, changed, codesOf, faultsOf } from '../specimens.ts'
import { serviceByGrant } from './service-by-grant.ts'

const until = 'metadata annotations lab/until'

test.each([
  ['a week', {}, []],
  ['to the day', { [until]: '2026-12-08' }, []],
  ['a day more', { [until]: '2026-12-09' }, [['service-days', 15]]],
  ['its last day', { [until]: '2026-11-24' }, []],
  ['past', { [until]: '2026-11-23' }, [['service-over', undefined]]],
  ['no end', { [until]: undefined }, [['service-end-missing', undefined]]],
  ['no day', { [until]: 'forever' }, [['service-end-invalid', undefined]]],
  ['no day of the calendar', { [until]: '2026-11-31' }, [['service-end-invalid', undefined]]],
  ['copies', { 'spec replicas': 3 }, [['service-replicas', 3]]],
  ['none for now', { 'spec replicas': 0 }, []],
])('%s', (_, changes, expected) => {
  const all = faultsOf(serviceByGrant, changed(aDeployment, changes)).map(({ code, lift }) => [code, lift])
  expect(all).toEqual([['service-needs-admin', 'Deployment/alice-dev'], ...expected])
})

test('not for other kinds', () => {
  expect(codesOf(serviceByGrant, aPod)).toEqual([])
})
