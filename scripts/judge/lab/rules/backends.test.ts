import { expect, test } from 'vitest'
import { backends } from './backends.ts'
import { argsOf, footprints, ingress, said, service } from '../lab.fixture.ts'

const host = 'demo.nrp-nautilus.io'
const refused = ['alice/i Ingress/alice-web backend-missing spec.rules[0].http.paths[0].backend.service.name']

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['an own Service', { 'alice/i': [ingress('alice-web', host, 'alice-web')], 'alice/s': [service('alice-web')] }, []],
  ['none', { 'alice/i': [ingress('alice-web', host, 'alice-web')] }, refused],
  ['a name that cannot be mine: refused by the manifest', { 'alice/i': [ingress('alice-web', host, 'bob-web')] }, []],
  [
    "somebody else's of a name that could be mine",
    { 'ann/i': [ingress('ann-web', host, 'ann-lee-web')], 'ann-lee/s': [service('ann-lee-web')] },
    ['ann/i Ingress/ann-web backend-missing spec.rules[0].http.paths[0].backend.service.name'],
  ],
])('%s', (_, requests, expected) => {
  expect(said(backends, footprints(requests))).toEqual(expected)
})

test('what was meant', () => {
  const nearly = footprints({ 'alice/i': [ingress('alice-web', host, 'alice-wbe'), service('alice-web')] })
  expect(argsOf('backend-missing', backends, nearly)).toEqual({ service: 'alice-wbe', near: 'alice-web' })
})
