import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import type { JsonObject } from './json.ts'
import { meaningOf } from './meaning.ts'

const container = (more: JsonObject) => ({ containers: [{ name: 'main', ...more }] })
const pod = (spec: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'alice-dev', ...metadata },
  spec,
})
const cpu = (amount: number | string) =>
  pod(container({ resources: { requests: { cpu: amount }, limits: { cpu: amount } } }))

test.each<[string, JsonObject, JsonObject]>([
  ['the order of names', { kind: 'Pod', spec: {}, metadata: { name: 'alice-dev' } }, pod({})],
  ['how an amount is spelt', cpu('1000m'), cpu(1)],
  [
    'how the room of a volume is spelt',
    pod({ volumes: [{ emptyDir: { sizeLimit: '1024Mi' } }] }),
    pod({ volumes: [{ emptyDir: { sizeLimit: '1Gi' } }] }),
  ],
  ['the namespace', pod({}, { namespace: 'x' }), pod({})],
  [
    "apply's own annotations",
    pod({}, { annotations: { 'lab/run': '3', 'lab/request': 'users/alice/dev.ts' } }),
    pod({}),
  ],
  ['empty labels', pod({}, { labels: {} }), pod({})],
  ['what is null', pod({ nodeName: null }), pod({})],
  ['the status', { ...pod({}), status: { phase: 'Running' } }, pod({})],
  ['the gate of a Pod', pod({ schedulingGates: [{ name: 'lab/launch' }] }), pod({})],
  ['the gate of a Job', { ...pod({ suspend: true }), kind: 'Job' }, { ...pod({}), kind: 'Job' }],
])('the digest does not see %s', (_, left, right) => {
  expect(digestOf(meaningOf(left))).toBe(digestOf(meaningOf(right)))
})

test.each<[string, JsonObject, JsonObject]>([
  ['an amount', cpu('1001m'), cpu(1)],
  ['the order of a list', pod({ args: ['a', 'b'] }), pod({ args: ['b', 'a'] })],
  ['a label', pod({}, { labels: { 'lab/name': 'dev' } }), pod({})],
  ['an annotation of the member', pod({}, { annotations: { note: 'x' } }), pod({})],
  ['a text that only looks like an amount', pod({ args: ['1000m'] }), pod({ args: ['1'] })],
  ['the data of a ConfigMap', { kind: 'ConfigMap', data: { a: '1' } }, { kind: 'ConfigMap', data: { a: '2' } }],
  ['the kind', { ...pod({}), kind: 'Job' }, pod({})],
])('the digest sees %s', (_, left, right) => {
  expect(digestOf(meaningOf(left))).not.toBe(digestOf(meaningOf(right)))
})
