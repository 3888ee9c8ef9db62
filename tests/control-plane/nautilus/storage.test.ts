import type { PodSpec } from 'kubernetes-types/core/v1.js'
import type { StorageClass as ClassObject } from 'kubernetes-types/storage/v1.js'
import { describe, expect, inject, test } from 'vitest'
import lab from '../../../lab.config.ts'
import type { StorageClass } from '../../../scripts/model/lab.ts'
import { openCluster } from '../cluster.ts'
import { eventually, handsOn } from '../hands.ts'
import { claim, pod } from '../objects.ts'

const cluster = await openCluster(inject('clusterFolder'))
const { make, shown, eventsOf } = handsOn(cluster)
const claims = `/api/v1/namespaces/${cluster.namespace}/persistentvolumeclaims`

function mounting(claimName: string): Partial<PodSpec> {
  return { volumes: [{ name: 'disk', persistentVolumeClaim: { claimName } }] }
}

describe('the storage classes of the catalogue', async () => {
  const { body } = await cluster.as('member')({ method: 'GET', path: '/apis/storage.k8s.io/v1/storageclasses' })
  const found = new Map((body['items'] as unknown as ClassObject[]).map((one) => [one.metadata?.name, one]))
  const rows: readonly StorageClass[] = Object.values(lab.storage)

  test.each(rows.filter(({ access }) => access !== 'gone').map((row) => row.class))('%s is there', (name) => {
    const waits = name.startsWith('linstor') // disks that live on a machine
    expect(found.get(name)?.volumeBindingMode).toBe(waits ? 'WaitForFirstConsumer' : 'Immediate')
  })

  test('those that are gone are not', () => {
    const gone = rows.filter(({ access }) => access === 'gone')
    expect(gone.map((row) => found.has(row.class))).toEqual(gone.map(() => false))
  })

  test('a claim that names none gets the default', async () => {
    const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } }
    const nameless = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'disk-default' }, spec }
    const path = `${claims}?dryRun=All`
    const made = await cluster.as('member')({ method: 'POST', path, body: nameless })
    expect(made.body).toMatchObject({ spec: { storageClassName: lab.rules.storage.default } })
  })
})

test('a claim of a shared class is bound at once, in the region of its class', async () => {
  await make(claim('disk-shared', 'rook-cephfs-east'))
  await expect.poll(() => shown('pvc/disk-shared', '.status.phase'), eventually).toBe('Bound')
  const volume = await shown('pvc/disk-shared', '.spec.volumeName')
  expect(await shown(`pv/${volume}`, '.spec.nodeAffinity.required')).toContain('us-east')
})

test('a claim of a local class waits for its pod, and then both are in one region', async () => {
  await make(claim('disk-local', 'linstor-unl'))
  await expect.poll(() => eventsOf('disk-local'), eventually).toContain('WaitForFirstConsumer')
  expect(await shown('pvc/disk-local', '.status.phase')).toBe('Pending')
  await make(pod('disk-local', { spec: mounting('disk-local') }))
  await expect.poll(() => shown('pvc/disk-local', '.status.phase'), eventually).toBe('Bound')
  await expect.poll(() => shown('pod/disk-local', '.status.phase'), eventually).toBe('Running')
  expect(await shown('pod/disk-local', '.spec.nodeName')).toMatch(/\.unl$/)
})

test('a pod that must be in another region than its disk stays pending, and an event says so', async () => {
  await make(claim('disk-far', 'rook-cephfs-east'))
  await expect.poll(() => shown('pvc/disk-far', '.status.phase'), eventually).toBe('Bound')
  await make(
    pod('disk-far', {
      spec: { ...mounting('disk-far'), nodeSelector: { 'topology.kubernetes.io/region': 'us-west' } },
    }),
  )
  await expect
    .poll(() => shown('events', '.items[?(@.involvedObject.name=="disk-far")].message'), eventually)
    .toContain("didn't match PersistentVolume's node affinity")
})

test.each([
  ['that never provisions', 'ceph-rbd', 'ExternalProvisioning'],
  ['that is gone', 'rook-block', 'ProvisioningFailed'],
])('a claim of a class %s stays pending', async (_, storage, reason) => {
  await make(claim(`disk-${storage}`, storage))
  await expect.poll(() => eventsOf(`disk-${storage}`), eventually).toContain(reason)
  expect(await shown(`pvc/disk-${storage}`, '.status.phase')).toBe('Pending')
})

test('a bound claim grows, never shrinks, and its volume goes with it', async () => {
  await make(claim('disk-grow', 'rook-ceph-block'))
  await expect.poll(() => shown('pvc/disk-grow', '.status.phase'), eventually).toBe('Bound')
  const volume = await shown('pvc/disk-grow', '.spec.volumeName')
  expect(await resize('30Gi')).toMatchObject({ exitCode: 0 })
  await expect.poll(() => shown('pvc/disk-grow', '.status.capacity.storage'), eventually).toBe('30Gi')
  expect(await shown(`pv/${volume}`, '.spec.capacity.storage')).toBe('30Gi')
  expect((await resize('20Gi')).stderr).toContain('field can not be less than status.capacity')
  await cluster.kubectl(['delete', 'pvc/disk-grow'])
  await expect.poll(() => shown('pv', '.items[*].metadata.name'), eventually).not.toContain(volume)
})

async function resize(storage: string) {
  const patch = JSON.stringify({ spec: { resources: { requests: { storage } } } })
  return await cluster.kubectl(['patch', 'pvc/disk-grow', '-p', patch], { user: 'lab-storage' })
}
