import { expect, test } from 'vitest'
import { services } from './services.ts'
import { deployment, footprints, job, pod, said, service } from '../lab.fixture.ts'

const mine = { 'lab/owner': 'alice', 'lab/name': 'web' }
const refused = (code: string) => [`alice/s Service/alice-web ${code} spec.selector`]

test.each<[string, Parameters<typeof footprints>[0], string[]]>([
  ['a run of mine', { 'alice/s': [deployment('alice-web', { labels: mine }), service('alice-web', mine)] }, []],
  [
    'in another file, of any kind',
    { 'alice/s': [service('alice-web', mine)], 'alice/j': [job('alice-j', { labels: { ...mine, more: 'x' } })] },
    [],
  ],
  ['no run', { 'alice/s': [service('alice-web', mine)] }, refused('selector-matches-nothing')],
  [
    'a run with another name',
    { 'alice/s': [service('alice-web', mine), pod('x', { labels: { ...mine, 'lab/name': 'dev' } })] },
    refused('selector-matches-nothing'),
  ],
  ['without a selector: refused by its manifest', { 'alice/s': [service('alice-web')] }, []],
  ['labels that anybody may use: refused by its manifest', { 'alice/s': [service('alice-web', { app: 'web' })] }, []],
  [
    "somebody else's run with my labels",
    { 'alice/s': [service('alice-web', mine)], 'bob/x': [pod('x', { labels: mine })] },
    refused('selector-matches-nothing'),
  ],
  [
    "a label's own property is no label",
    { 'alice/s': [service('alice-web', { ...mine, constructor: 'x' }), pod('x', { labels: mine })] },
    refused('selector-matches-nothing'),
  ],
])('%s', (_, requests, expected) => {
  expect(said(services, footprints(requests))).toEqual(expected)
})
