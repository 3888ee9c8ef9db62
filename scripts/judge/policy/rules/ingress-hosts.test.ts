import { expect, test } from 'vitest'
import { anIngress, changed, codesOf } from '../specimens.ts'
import { ingressHosts } from './ingress-hosts.ts'

const at = (host: string | undefined) => ({ 'spec rules 0 host': host, 'spec tls': [{ hosts: [host ?? ''] }] })

test.each([
  ['alice.nrp-nautilus.io', []],
  ['alice-2.nrp-nautilus.io', []],
  [undefined, ['ingress-host']],
  ['', ['ingress-host']],
  ['nrp-nautilus.io', ['ingress-host']],
  ['.nrp-nautilus.io', ['ingress-host']],
  ['*.nrp-nautilus.io', ['ingress-host']],
  ['a.b.nrp-nautilus.io', ['ingress-host']],
  ['evilnrp-nautilus.io', ['ingress-host']],
  ['alice.nrp-nautilus.io.evil.com', ['ingress-host']],
  ['alice.uci.edu', ['ingress-host']],
])('%s', (host, codes) => {
  expect(codesOf(ingressHosts, changed(anIngress, at(host)))).toEqual(codes)
})

test('listed under tls', () => {
  expect(codesOf(ingressHosts, changed(anIngress, { 'spec tls': undefined }))).toEqual(['ingress-without-tls'])
  expect(codesOf(ingressHosts, changed(anIngress, { 'spec tls': [{ hosts: ['b.nrp-nautilus.io'] }] }))).toEqual([
    'ingress-without-tls',
  ])
})

test('without rules it would take everything', () => {
  expect(codesOf(ingressHosts, changed(anIngress, { 'spec rules': undefined }))).toEqual(['ingress-host'])
})
