import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitOf } from '../../scripts/apply/index.ts'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import { memoryText } from '../../scripts/model/memory-text.ts'
import type { Inventory } from '../../scripts/model/memory.ts'
import { rebuildMemory } from '../../scripts/pipeline/apply/rebuild-memory.ts'
import { connected } from '../cluster/connected.ts'
import { configMap } from '../cluster/made.ts'
import { claim, pod } from '../control-plane/objects.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { applied, desiredBy, endings, labWith, memoryOf, noon, removed, type Requests } from './lab-at.ts'

/** A cluster of its own. */
let cluster: RunningCluster
let connection: Connection
let good: Inventory
beforeAll(async () => {
  cluster = await startCluster()
  connection = await connected(cluster, 'lab-apply')
  await applied(connection, { ...requests, 'alice/old': [claim('alice-old', 'rook-cephfs')] })
  await applied(connection, requests)
  await removed(connection, 'Pod/alice-over')
  await applied(connection, requests)
  const memory = await memoryOf(connection, 'alice')
  if (memory === undefined) throw new Error('nothing is remembered of alice')
  good = memory
})
afterAll(async () => {
  connection.close()
  await cluster.stop()
})

const numbered = (name: string, run: number) => pod(name, { annotations: { 'lab/run': String(run) } })
const requests: Requests = {
  'alice/dev': [claim('alice-data', 'rook-cephfs'), numbered('alice-dev', 2), configMap('alice-set', { a: '1' })],
  'alice/over': [numbered('alice-over', 3)],
  'bob/dev': [numbered('bob-dev', 1)],
}

const name = 'lab.inventory.alice'
const write = async (text: string) => {
  await cluster.kubectl(['delete', 'configmap', name])
  const input = JSON.stringify(configMap(name, { inventory: text }))
  expect(await cluster.kubectl(['create', '-f', '-'], { input })).toMatchObject({ exitCode: 0 })
}
const edited = (): Inventory => ({ ...good, records: {} })

const damages: readonly (readonly [what: string, why: string, damage: () => Promise<unknown>])[] = [
  ['deleted', 'missing', () => cluster.kubectl(['delete', 'configmap', name])],
  ['damaged', 'not-json', () => write('{"version":1,')],
  ['edited by hand', 'wrong-sum', () => write(memoryText(good).replace('"run":2', '"run":1'))],
  ['another member’s', 'other-member', () => write(memoryText({ ...good, member: 'bob' }))],
  ['another lab’s', 'other-lab', () => write(memoryText({ ...good, lab: 'other' }))],
]

describe.each(damages)('a memory that is %s', (_what, why, damage) => {
  test('stops everything of its member, and nobody else', async () => {
    await damage()
    const { outcomes, locks } = await applied(connection, { ...requests, 'bob/more': [configMap(`bob-${why}`)] })
    expect(locks).toMatchObject([{ lock: 'inventory', scope: 'member', member: 'alice', args: { why } }])
    expect(outcomes.filter(({ member }) => member === 'alice')).toEqual([])
    expect(endings(outcomes)).toMatchObject({ [`ConfigMap/bob-${why}`]: 'created as-written' })
    expect(exitOf(outcomes, locks)).toBe(1)
  })

  test('is made anew from what is there, after somebody has seen what it would be', async () => {
    const planned = await rebuild('alice', { write: false })
    expect(await memoryOf(connection, 'alice')).toBeUndefined()
    expect(await rebuild('alice')).toEqual({ ...planned, is: 'written' })
    const memory = await memoryOf(connection, 'alice')
    expect(memory?.records).toMatchObject({
      'PersistentVolumeClaim/alice-data': { phase: 'kept', uid: uid('PersistentVolumeClaim/alice-data') },
      'PersistentVolumeClaim/alice-old': { phase: 'released', uid: uid('PersistentVolumeClaim/alice-old') },
      'Pod/alice-dev': { phase: 'opened', run: 2, uid: uid('Pod/alice-dev') },
      'ConfigMap/alice-set': { phase: 'kept', uid: uid('ConfigMap/alice-set') },
      'Pod/alice-over': { phase: 'ended', run: 3, end: 'unknown' },
    })
    expect(Object.keys(memory?.records ?? {})).toHaveLength(5)
  })

  test('and then an apply starts, makes and ends nothing', async () => {
    const { outcomes, locks } = await applied(connection, requests)
    const done = new Set(outcomes.map(({ ending }) => ending))
    expect([...done].filter((ending) => ending !== 'kept' && ending !== 'recorded' && ending !== 'deleted')).toEqual([])
    expect(outcomes.filter(({ ending, member }) => ending === 'deleted' && member === 'alice')).toEqual([])
    expect(exitOf(outcomes, locks)).toBe(0)
  })
})

function uid(key: string): unknown {
  return good.records[key as keyof Inventory['records']]?.uid
}

async function rebuild(member: string, { write: writes = true, asked = requests, height = 1 } = {}) {
  const desired = desiredBy(asked, height)
  return await rebuildMemory(connection, { member, desired, lab: labWith(), now: noon, write: writes })
}

describe('no memory is made anew', () => {
  test('that can be read', async () => {
    expect(await rebuild('alice')).toEqual({ is: 'refused', why: 'whole' })
  })

  test('of somebody who has nothing', async () => {
    expect(await rebuild('carol')).toEqual({ is: 'refused', why: 'nothing-there' })
  })

  test('that a newer version wrote', async () => {
    await write(JSON.stringify({ ...edited(), version: 2, sum: 'x' }))
    expect((await applied(connection, requests)).locks).toMatchObject([{ args: { why: 'newer-version' } }])
    expect(await rebuild('alice')).toEqual({ is: 'refused', why: 'newer-version' })
    await write(memoryText(good))
  })

  test('for an older commit than was applied', async () => {
    await applied(connection, requests, { height: 4 })
    await write('x')
    expect(await rebuild('alice')).toEqual({ is: 'refused', why: 'older-commit' })
    expect(await rebuild('alice', { height: 4 })).toMatchObject({ is: 'written' })
  })
})

test('a wanted disk that is not there is no reason to make an empty one', async () => {
  await cluster.kubectl(['delete', 'pod/alice-dev', 'pvc/alice-data', '--now'])
  await cluster.kubectl(['delete', 'configmap', name])
  await rebuild('alice', { height: 4 })
  const { outcomes } = await applied(connection, requests, { height: 4 })
  expect(endings(outcomes)).toMatchObject({ 'PersistentVolumeClaim/alice-data': 'refused vanished nothing' })
  expect((await readWorld(connection)).objects.map(({ key }) => key)).not.toContain('PersistentVolumeClaim/alice-data')
})

test('a higher number starts what nobody could tell of', async () => {
  const raised = { ...requests, 'alice/over': [numbered('alice-over', 4)] }
  const { outcomes } = await applied(connection, raised, { height: 5 })
  expect(endings(outcomes)).toMatchObject({ 'Pod/alice-over': 'launched running' })
})
