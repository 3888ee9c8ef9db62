import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readStorage } from '../../scripts/cluster/read-storage.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import type { Wanted } from '../../scripts/model/desired.ts'
import { marked } from '../../scripts/model/marks.ts'
import { memoryText } from '../../scripts/model/memory-text.ts'
import type { Inventory, Ledger } from '../../scripts/model/memory.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import type { Client } from '../control-plane/client.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { connected } from './connected.ts'
import { faultProxy, type FaultProxy } from './fault-proxy.ts'
import { closedPod, configMap, disk } from './made.ts'

/** A cluster of its own: everything in it is looked at. */
let cluster: RunningCluster
let proxy: FaultProxy
let connection: Connection
let admin: Client
beforeAll(async () => {
  cluster = await startCluster()
  proxy = await faultProxy(cluster, ['lab-apply'])
  connection = await connected(cluster, 'lab-apply', { server: proxy.server })
  admin = cluster.as('admin')
})
afterAll(async () => {
  connection.close()
  await proxy.stop()
  await cluster.stop()
})

const ledger: Ledger = {
  version: 1,
  height: 1,
  head: 'c0ffee',
  clock: '2026-11-24T10:00:00Z',
  members: ['alice'],
  admitted: [],
}

/** Of something that the garbage collector does not look for. */
const owner = { apiVersion: 'lab.test/v1', kind: 'Operator', name: 'x', uid: '0b6f4a1c-5b7f-4f5c-9b1e-3a0c9d1f2a3b' }

function inventory(member: string): Inventory {
  return { version: 1, lab: cluster.namespace, member, records: {} }
}

async function make(plural: string, manifest: Manifest): Promise<void> {
  const answer = await admin({
    method: 'POST',
    path: `/api/v1/namespaces/${cluster.namespace}/${plural}`,
    body: manifest,
  })
  if (answer.status !== 201) throw new Error(answer.message)
}

const memory = (name: string, text: string) => make('configmaps', configMap(name, { inventory: text }))

describe('the world', () => {
  test('of an empty namespace: no ledger, no inventory, seven lists', async () => {
    proxy.begin()
    const world = await readWorld(connection)
    expect(world).toMatchObject({ ledger: { state: 'absent' }, unread: [] })
    expect(world.inventories.size).toBe(0)
    expect(proxy.passed()).toHaveLength(7)
    expect(proxy.passed().filter(({ path }) => path.includes('resourceVersion'))).toEqual([])
    expect(proxy.passed()[0]?.path).toContain('/configmaps?')
  })

  test('memory is told apart: good, damaged, another member’s', async () => {
    await memory('lab.ledger', memoryText(ledger))
    await memory('lab.inventory.alice', memoryText(inventory('alice')))
    await memory('lab.inventory.bob', 'x')
    await memory('lab.inventory.carol', memoryText(inventory('alice')))
    await make('configmaps', configMap('lab.inventory.dave', {}))
    const world = await readWorld(connection)
    expect(world.ledger).toMatchObject({ state: 'read', value: ledger, version: expect.stringMatching(/^\d+$/) })
    expect(Object.fromEntries(world.inventories)).toMatchObject({
      alice: { state: 'read', value: inventory('alice') },
      bob: { state: 'unreadable', why: 'not-json' },
      carol: { state: 'unreadable', why: 'other-member' },
      dave: { state: 'unreadable', why: 'not-json' },
    })
    expect(world.objects.filter(({ key }) => key.includes('lab.'))).toEqual([])
  })

  test('objects come with kind, UID, marks and state', async () => {
    const key = 'Pod/alice-dev'
    const wanted = { key, owner: 'alice', run: 3, digest: 'd1', manifest: closedPod('alice-dev') } as unknown as Wanted
    const pod = marked(wanted, { lab: cluster.namespace, commit: 'c0ffee' })
    await make('pods', { ...pod, metadata: { ...(pod['metadata'] as Manifest), finalizers: ['lab.test/stays'] } })
    await make('persistentvolumeclaims', disk('alice-disk'))
    await cluster.kubectl(['delete', 'pod', 'alice-dev', '--wait=false'])
    const { objects } = await readWorld(connection)
    expect(objects.find((object) => object.key === key)).toMatchObject({
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      manifest: { apiVersion: 'v1', kind: 'Pod', spec: {}, metadata: { managedFields: expect.any(Array) } },
      deleting: true,
      owned: false,
      marks: { lab: cluster.namespace, key, owner: 'alice', run: 3, digest: 'd1' },
    })
    const { marks, deleting } = objects.find((object) => object.key === 'PersistentVolumeClaim/alice-disk') ?? {}
    expect({ marks, deleting }).toEqual({ marks: undefined, deleting: false })
  })

  test('the pods of a Job are owned, and the Job is not', async () => {
    await make('pods', { ...closedPod('job-pod'), metadata: { name: 'job-pod', ownerReferences: [owner] } })
    const { objects } = await readWorld(connection)
    expect(objects.find(({ key }) => key === 'Pod/job-pod')?.owned).toBe(true)
    expect(objects.find(({ key }) => key === 'Pod/alice-dev')?.owned).toBe(false)
  })

  test('a thousand objects cost not one request more; in pages of 500, two', async () => {
    const names = Array.from({ length: 1001 }, (_, index) => `many-${index}`)
    while (names.length > 0) await Promise.all(names.splice(0, 50).map((name) => make('configmaps', configMap(name))))
    proxy.begin()
    const world = await readWorld(connection)
    expect(world.objects.filter(({ key }) => key.startsWith('ConfigMap/many-'))).toHaveLength(1001)
    expect(proxy.passed()).toHaveLength(7)
    proxy.begin()
    expect((await readWorld(connection, 500)).objects).toHaveLength(world.objects.length)
    expect(proxy.passed()).toHaveLength(9)
  })

  test('a list that fails is unread, and the others are there', async () => {
    const failing = { status: 500, body: '{}' }
    proxy.begin(({ path }) => (path.includes('/jobs?') ? { when: 'before', what: failing } : undefined))
    const world = await readWorld(connection)
    expect(world.unread).toEqual(['Job'])
    expect(world.objects.some(({ key }) => key === 'Pod/alice-dev')).toBe(true)
  })

  test('without memory there is no world', async () => {
    proxy.begin(({ path }) => (path.includes('/configmaps?') ? { when: 'before', what: 'drop' } : undefined))
    await expect(readWorld(connection)).rejects.toThrow('could not be read')
  })

  test('a page whose token has expired: all from the beginning; twice: unread', async () => {
    const expired = { status: 410, body: JSON.stringify({ kind: 'Status', reason: 'Expired' }) }
    let times = 0
    const expiring = (most: number) => {
      times = 0
      proxy.begin(({ path }) =>
        path.includes('continue=') && (times += 1) <= most ? { when: 'before', what: expired } : undefined,
      )
    }
    expiring(1)
    const { objects } = await readWorld(connection, 500)
    expect(objects.filter(({ key }) => key.startsWith('ConfigMap/many-'))).toHaveLength(1001)
    expiring(2)
    await expect(readWorld(connection, 500)).rejects.toThrow('could not be read')
  })

  test('what may not be read is our fault', async () => {
    const poor = await connected(cluster, 'lab-storage')
    await expect(readWorld(poor)).rejects.toMatchObject({ code: 'list-refused', args: { kind: 'ConfigMap' } })
    poor.close()
  })
})

test('what the storage identity sees', async () => {
  const storage = await connected(cluster, 'lab-storage')
  const world = await readStorage(storage, ['alice', 'nobody'])
  expect(world.ledger.state).toBe('read')
  expect([...world.inventories].map(([login, { state }]) => [login, state])).toEqual([
    ['alice', 'read'],
    ['nobody', 'absent'],
  ])
  expect(world.objects.map(({ key }) => key).toSorted()).toEqual([
    'PersistentVolumeClaim/alice-disk',
    'Pod/alice-dev',
    'Pod/job-pod',
  ])
  storage.close()
})
