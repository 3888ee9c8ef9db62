import { expect, test } from 'vitest'
import { hosts } from './hosts.ts'
import { argsOf, footprints, ingress, said } from '../lab.fixture.ts'

const at = (host: string, name = 'x') => [ingress(name, host, 's')]

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['two hosts', { 'alice/a': at('a.nrp.io'), 'bob/a': at('b.nrp.io') }, []],
  [
    'two members: both are told',
    { 'alice/a': at('a.nrp.io'), 'bob/a': at('A.nrp.io') },
    ['alice/a Ingress/x host-twice spec.rules', 'bob/a Ingress/x host-twice spec.rules'],
  ],
  [
    'one member: told at the later',
    { 'alice/b': at('a.nrp.io', 'y'), 'alice/a': at('a.nrp.io') },
    ['alice/b Ingress/y host-twice spec.rules'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(hosts, footprints(requests))).toEqual(expected)
})

test('one host in two rules of one Ingress is one use', () => {
  const two = {
    kind: 'Ingress',
    metadata: { name: 'x' },
    spec: { rules: [{ host: 'a.nrp.io' }, { host: 'a.nrp.io' }] },
  }
  expect(said(hosts, footprints({ 'alice/a': [two] }))).toEqual([])
})

test('whose the other is', () => {
  expect(argsOf('host-twice', hosts, footprints({ 'alice/a': [...at('a.nrp.io'), ...at('a.nrp.io', 'y')] }))).toEqual({
    host: 'a.nrp.io',
    other: 'users/alice/a.ts:1',
  })
})
