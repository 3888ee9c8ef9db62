import { afterAll, beforeAll, expect, test } from 'vitest'
import { exitOf } from '../../scripts/apply/index.ts'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import type { Applied } from '../../scripts/pipeline/apply/carry-out.ts'
import { tendLab } from '../../scripts/pipeline/apply/tend-lab.ts'
import { connected } from '../cluster/connected.ts'
import { faultProxy, type FaultProxy, type Faults } from '../cluster/fault-proxy.ts'
import { claim, pod } from '../control-plane/objects.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { until } from '../control-plane/until.ts'
import { applied, desiredBy, endings, labWith, memoryOf, type Moment, noon, type Requests } from './lab-at.ts'

/** A cluster of its own. The tests are one story, in order. */
let cluster: RunningCluster
let proxy: FaultProxy
let apply: Connection
let storage: Connection
beforeAll(async () => {
  cluster = await startCluster()
  proxy = await faultProxy(cluster, ['lab-storage'])
  apply = await connected(cluster, 'lab-apply')
  storage = await connected(cluster, 'lab-storage', { server: proxy.server })
})
afterAll(async () => {
  apply.close()
  storage.close()
  await proxy.stop()
  await cluster.stop()
})

const data: Key = 'PersistentVolumeClaim/alice-data'
const old: Key = 'PersistentVolumeClaim/bob-old'
const mounting = (claimName: string) => ({ volumes: [{ name: 'disk', persistentVolumeClaim: { claimName } }] })
const run = (name: string) => pod(name, { spec: mounting('alice-data') })
const small: Requests = {
  'alice/dev': [claim('alice-data', 'rook-cephfs', '10Gi'), run('alice-dev')],
  'bob/old': [claim('bob-old', 'rook-cephfs')],
  'bob/wait': [pod('bob-wait')],
}
const large: Requests = {
  ...small,
  'alice/dev': [claim('alice-data', 'rook-cephfs', '20Gi'), run('alice-dev'), run('alice-more')],
}
const { 'bob/old': _gone, ...withoutOld } = large

interface How extends Moment {
  readonly dryRun?: true
  readonly faults?: Faults
}

async function tended(requests: Requests, { lab = labWith(), now = noon, dryRun, faults }: How = {}) {
  proxy.begin(faults)
  const given = { desired: desiredBy(requests), lab, now, options: {}, ...(dryRun && { dryRun }) }
  const { outcomes, locks } = await tendLab(storage, given)
  const writes = proxy.passed().filter(({ method }) => method !== 'GET')
  return {
    endings: endings(outcomes),
    exit: exitOf(outcomes, locks),
    locks,
    writes: writes.map(({ method, path }) => `${method} ${/([\w-]+)(\?|$)/.exec(path)?.[1]}`),
    bodies: writes.map(({ body }) => JSON.parse(body) as unknown),
  }
}

async function uidOf(key: Key): Promise<string | undefined> {
  return (await readWorld(apply)).objects.find((object) => object.key === key)?.uid
}

async function sizeOf(key: Key): Promise<unknown> {
  return (
    await cluster.kubectl([
      'get',
      key.replace('PersistentVolumeClaim', 'pvc'),
      '-o',
      'jsonpath={.spec.resources.requests.storage}',
    ])
  ).stdout
}

/** Nothing that apply does writes. */
async function quiet(requests: Requests, moment: Moment = {}): Promise<Applied> {
  const before = await memoryOf(apply, 'alice')
  const again = await applied(apply, requests, moment)
  expect(await memoryOf(apply, 'alice')).toEqual(before)
  return again
}

test('growth is left to the storage identity and told as that; a new run on the disk does not wait for it', async () => {
  await applied(apply, small)
  await until('the disk is bound', async () => {
    const { stdout } = await cluster.kubectl(['get', 'pvc/alice-data', '-o', 'jsonpath={.status.phase}'])
    return stdout === 'Bound' || undefined
  })
  const { outcomes, locks } = await applied(apply, large)
  expect(endings(outcomes)).toMatchObject({ [data]: 'held storage as-it-was', 'Pod/alice-more': 'launched running' })
  expect(exitOf(outcomes, locks)).toBe(0)
  expect(await sizeOf(data)).toBe('10Gi')
})

test('a dry run tells it and sends nothing', async () => {
  const { endings: told, writes } = await tended(large, { dryRun: true })
  expect([told, writes]).toEqual([{ [data]: 'held storage as-it-was' }, []])
})

test('it is one patch, with the UID', async () => {
  const { endings: told, writes, bodies, exit } = await tended(large)
  expect(told).toEqual({ [data]: 'updated as-written' })
  expect(writes).toEqual(['PATCH alice-data'])
  expect(bodies).toEqual([
    { metadata: { uid: await uidOf(data) }, spec: { resources: { requests: { storage: '20Gi' } } } },
  ])
  expect(exit).toBe(0)
  expect(await sizeOf(data)).toBe('20Gi')
})

test('then nothing is due, and apply notes the size once', async () => {
  expect(await tended(large)).toMatchObject({ endings: {}, writes: [], exit: 0 })
  const { outcomes } = await applied(apply, large)
  expect(endings(outcomes)[data]).toBe('recorded as-it-was')
  expect(endings((await quiet(large)).outcomes)[data]).toBe('kept as-it-was')
})

const weekLater = '2026-12-02T12:00:00Z'
const ordered = async () => ({
  lab: labWith({ retirements: [{ claim: 'bob-old', uid: (await uidOf(old)) ?? '', on: '2026-12-02' }] }),
  now: weekLater,
})

test('a disk that nobody asks for stays, whatever the storage identity sees', async () => {
  const { outcomes } = await applied(apply, withoutOld)
  expect(endings(outcomes)[old]).toBe('released kept-disk')
  expect(await tended(withoutOld)).toMatchObject({ endings: {}, writes: [] })
})

test('an ordered end waits until an apply has noted it', async () => {
  expect(await tended(withoutOld, await ordered())).toMatchObject({ endings: {}, writes: [] })
  const { outcomes } = await applied(apply, withoutOld, await ordered())
  expect(endings(outcomes)[old]).toBe('held storage as-it-was')
  expect((await memoryOf(apply, 'bob'))?.records[old]).toMatchObject({ phase: 'retiring' })
})

test.each([
  ['closed', { schedulingGates: [{ name: 'somebody.test/gate' }] }],
  ['pending', { nodeSelector: { 'nvidia.com/gpu.product': 'NVIDIA-Imaginary' } }],
  ['running', {}],
])('no disk is destroyed that a %s pod mounts', async (name, spec) => {
  const stranger = pod(`stranger-${name}`, { spec: { ...mounting('bob-old'), ...spec } })
  await cluster.kubectl(['create', '-f', '-'], { input: JSON.stringify(stranger) })
  const { endings: told, writes, exit } = await tended(withoutOld, await ordered())
  expect([told, writes, exit]).toEqual([{ [old]: 'refused mounted as-it-was' }, [], 2])
  await cluster.kubectl(['delete', `pod/stranger-${name}`, '--now'])
})

test('a request that asks for it again is heeded', async () => {
  const { endings: told, writes, exit } = await tended(large, await ordered())
  expect([told, writes, exit]).toEqual([{ [old]: 'refused still-requested as-it-was' }, [], 2])
})

test('it is destroyed by one delete with the UID, and forgotten by the next apply', async () => {
  const uid = await uidOf(old)
  const moment = await ordered()
  const { endings: told, writes, bodies, exit } = await tended(withoutOld, moment)
  expect([told, writes, exit]).toEqual([{ [old]: 'retired nothing' }, ['DELETE bob-old'], 0])
  expect(bodies).toMatchObject([{ preconditions: { uid }, propagationPolicy: 'Foreground' }])
  expect(await uidOf(old)).toBeUndefined()
  const { outcomes } = await applied(apply, withoutOld, moment)
  expect(endings(outcomes)[old]).toBe('forgotten nothing')
  expect((await memoryOf(apply, 'bob'))?.records).not.toHaveProperty([old])
})

test.each(['before', 'after'] as const)('an answer that was lost %s the server heard is looked for', async (when) => {
  const size = when === 'before' ? '30Gi' : '35Gi'
  const larger = { ...withoutOld, 'alice/dev': [claim('alice-data', 'rook-cephfs', size), run('alice-dev')] }
  let isFirst = true
  const faults: Faults = ({ method }) => {
    if (method !== 'PATCH' || !isFirst) return undefined
    isFirst = false
    return { when, what: 'drop' }
  }
  expect(await tended(larger, { faults })).toMatchObject({
    endings: { [data]: expect.stringMatching(/^updated/) },
    exit: 0,
  })
  expect(await sizeOf(data)).toBe(size)
  await applied(apply, larger)
})

test('an older commit grows nothing', async () => {
  await applied(apply, withoutOld, { height: 5 })
  const larger = { ...withoutOld, 'alice/dev': [claim('alice-data', 'rook-cephfs', '40Gi'), run('alice-dev')] }
  const { locks, writes, exit } = await tended(larger)
  expect([locks.map(({ lock }) => lock), writes, exit]).toEqual([['older-commit'], [], 2])
})
