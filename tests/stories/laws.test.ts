import { expect, test } from 'vitest'
import type { Request } from '../../scripts/cluster/http.ts'
import { liveObject } from '../../scripts/cluster/live-object.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import type { RunRecord } from '../../scripts/model/memory.ts'
import type { World } from '../../scripts/model/world.ts'
import { lawNames, violationsIn, type Ran } from './laws.ts'
import type { Exchanged } from './recorded.ts'

/** A law that nothing breaks proves nothing: each is broken here once, and alone. */
const root = '/api/v1/namespaces/lab'
const conditions = { propagationPolicy: 'Foreground', preconditions: { uid: 'u1' } }
const record: RunRecord = {
  run: 1,
  phase: 'opened',
  uid: 'u1',
  digest: 'd',
  commit: 'c',
  demand: { gpus: 0, byResource: {} },
}

function asked(method: Request['method'], path: string, body: JsonObject = {}, said: JsonObject = {}): Exchanged {
  const response = { status: method === 'POST' ? 201 : 200, body: said }
  return { user: 'lab-apply', request: { method, path: `${root}/${path}`, body }, response }
}

function pod(uid: string, { gpus = 0, gate = false, owner = '' } = {}): JsonObject {
  const annotations = { 'lab/id': 'lab', 'lab/key': 'Pod/a-x', 'lab/owner': 'a', 'lab/run': '1' }
  const metadata = { name: 'a-x', uid, annotations, ...(owner && { ownerReferences: [{ kind: 'Job', uid: owner }] }) }
  const resources = { limits: { 'nvidia.com/gpu': String(gpus) } }
  const spec = { containers: [{ resources }], ...(gate && { schedulingGates: [{ name: 'lab/launch' }] }) }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec }
}

function remembered(records: Readonly<Record<string, RunRecord>>): Exchanged {
  const inventory = JSON.stringify({ version: 1, lab: 'lab', member: 'a', records })
  const said = { metadata: { name: 'lab.inventory.a' }, data: { inventory } }
  return asked('PUT', 'configmaps/lab.inventory.a', { metadata: { resourceVersion: '1' } }, said)
}

function opened(uid: string): Exchanged {
  return asked('PATCH', 'pods/a-x', { metadata: { uid }, spec: { schedulingGates: [] } }, pod(uid))
}

function world(records: Readonly<Record<string, RunRecord>>, ...objects: readonly JsonObject[]): World {
  const value = { version: 1, lab: 'lab', member: 'a', records } as const
  return {
    ledger: { state: 'absent' },
    inventories: new Map([['a', { state: 'read', value, version: '1' }]]),
    objects: objects.map((object) => liveObject('Pod', object)),
    unread: [],
  }
}

const known = { 'Pod/a-x': record }
const elsewhere = { 'Pod/a-x': { ...record, uid: 'u2' } }

const breaches: readonly (readonly [law: string, ran: Partial<Ran>])[] = [
  ['I1', { log: [asked('PATCH', 'persistentvolumeclaims/a-data', { metadata: { resourceVersion: '1' } })] }],
  ['I2', { log: [remembered(known), asked('DELETE', 'pods/a-x', { ...conditions, propagationPolicy: 'Background' })] }],
  ['I2', { log: [remembered(known), asked('DELETE', 'pods/a-x', { ...conditions, gracePeriodSeconds: 0 })] }],
  ['I2', { log: [remembered(known), asked('DELETE', 'pods', conditions)] }],
  ['law 1', { log: [asked('PATCH', 'configmaps/a-x', { data: {} })] }],
  ['I3', { log: [remembered(known), opened('u1'), remembered(elsewhere), opened('u2')] }],
  ['I3', { log: [asked('GET', 'pods/a-x', {}, pod('u1', { gate: true })), opened('u1')], world: world({}, pod('u1')) }],
  [
    'I4',
    {
      log: [remembered(known), asked('DELETE', 'jobs/a-x', conditions)],
      world: world(known, pod('u9', { owner: 'u1' })),
    },
  ],
  ['I5', { log: [remembered(elsewhere), asked('DELETE', 'pods/a-x', conditions)] }],
  ['I6', { log: [asked('POST', 'pods', {}, pod('u1', { gate: true }))] }],
  ['I7', { log: [remembered(known)], world: world({}, pod('u1')) }],
  ['I8', { world: world(known, pod('u1', { gpus: 3 })) }],
  ['I13', { log: [remembered(known), asked('DELETE', 'configmaps/lab.inventory.a', conditions)] }],
]

test.each(breaches)('%s is seen when it is broken: %#', (law, ran) => {
  const found = violationsIn({ log: [], world: world(known), total: 2, ...ran })
  expect(found.map((breach) => breach.slice(0, law.length))).toEqual([law])
})

test('every law is broken here', () => {
  const broken = new Set(breaches.map(([law]) => law))
  expect(lawNames.filter((name) => ![...broken].some((law) => name.startsWith(law)))).toEqual([])
})

test('what is forgotten and asked for again is another request', () => {
  const log = [remembered(known), opened('u1'), remembered({}), remembered(elsewhere), opened('u2')]
  expect(violationsIn({ log, world: world(elsewhere), total: 2 })).toEqual([])
})
