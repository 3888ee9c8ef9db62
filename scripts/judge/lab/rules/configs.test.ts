import { expect, test } from 'vitest'
import { configs } from './configs.ts'
import { argsOf, configMap, footprints, pod, said } from '../lab.fixture.ts'

const reading = (name: string, optional = false) => [
  pod('alice-x', { spec: { volumes: [{ name: 'v', configMap: { name, optional } }] } }),
]
const refused = ['alice/a Pod/alice-x config-missing spec.volumes[0].configMap.name']

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['an own one', { 'alice/a': reading('alice-conf'), 'alice/b': [configMap('alice-conf')] }, []],
  ['none', { 'alice/a': reading('alice-conf') }, refused],
  ['none, and it may be missing', { 'alice/a': reading('alice-conf', true) }, []],
  ["somebody else's", { 'alice/a': reading('bob-conf'), 'bob/b': [configMap('bob-conf')] }, refused],
  [
    "somebody else's, even if it may be missing",
    { 'alice/a': reading('bob-conf', true), 'bob/b': [configMap('bob-conf')] },
    refused,
  ],
  ["the lab's own records, even if they may be missing", { 'alice/a': reading('lab.inventory.bob', true) }, refused],
  ["the lab's own records", { 'alice/a': reading('lab.inventory.bob') }, refused],
])('%s', (_, requests, expected) => {
  expect(said(configs, footprints(requests))).toEqual(expected)
})

test('what was meant', () => {
  const nearly = footprints({ 'alice/a': reading('alice-cnof'), 'alice/b': [configMap('alice-conf')] })
  expect(argsOf('config-missing', configs, nearly)).toEqual({ name: 'alice-cnof', near: 'alice-conf' })
})
