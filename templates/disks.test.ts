import { expect, test } from 'vitest'
import lab from '#lab/config'
import { context, enter } from './context.ts'
import { calls } from './made.ts'
import { named } from './named.ts'
import { readOnly } from './read-only.ts'
import { session } from './session.ts'
import { shared } from './shared.ts'
import { volume } from './volume.ts'

test('a disk for many machines by default', () => {
  expect(JSON.parse(JSON.stringify(volume('data', '100Gi')))).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      namespace: lab.namespace,
      name: 'alice-data',
      labels: { 'lab/owner': 'alice', 'lab/name': 'data' },
      annotations: { 'lab/request': 'users/alice/dev.ts' },
    },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '100Gi' } },
      storageClassName: 'rook-cephfs',
    },
  })
})

test('a disk for one machine, and for whom else', () => {
  const { metadata, spec } = volume('data', '1.5Ti', { storage: 'block', readers: ['carol', 'bob'], writers: ['bob'] })
  expect(spec).toMatchObject({ accessModes: ['ReadWriteOnce'], storageClassName: 'rook-ceph-block' })
  expect(metadata.annotations).toMatchObject({ 'lab/readers': 'bob,carol', 'lab/writers': 'bob' })
  expect(volume('data', '1Ti', { readers: 'lab' }).metadata.annotations).toMatchObject({ 'lab/readers': 'lab' })
  expect(volume('data', '1Ti', { incarnation: 2 }).metadata.annotations).toMatchObject({ 'lab/incarnation': '2' })
})

test('references request nothing: no apiVersion, and no call unless something is wrong', () => {
  const data = volume('data', '100Gi')
  const before = calls.length
  expect(shared('bob', 'imagenet')).toEqual({
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'bob-imagenet' },
    readOnly: true,
  })
  expect(shared('bob', 'imagenet', { write: true }).readOnly).toBe(false)
  expect(readOnly(data)).toEqual({
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'alice-data' },
    spec: { storageClassName: 'rook-cephfs' },
    readOnly: true,
  })
  expect(named('probe', 2)).toEqual({
    namespace: lab.namespace,
    name: 'alice-probe',
    labels: { 'lab/owner': 'alice', 'lab/name': 'probe' },
    annotations: { 'lab/request': 'users/alice/dev.ts', 'lab/run': '2' },
  })
  expect(calls.length).toBe(before)
})

test.each([
  [{ '/a': volume('a', '1Gi') }, 'us-west'],
  [{ '/a': volume('a', '1Gi', { storage: 'files-east' }) }, 'us-east'],
  [{ '/a': shared('bob', 'a') }, 'us-west'],
  [{ '/a': shared('bob', 'a'), '/b': volume('b', '1Gi', { storage: 'files-central' }) }, 'us-central'],
  [{ '/a': readOnly(volume('a', '1Gi', { storage: 'files-east' })) }, 'us-east'],
  [{ '/a': volume('a', '1Gi', { storage: 'files-pacific' }) }, undefined],
  [{ '/a': { kind: 'PersistentVolumeClaim', metadata: { name: 'alice-a' }, spec: {} } }, 'us-west'],
  [{}, undefined],
] as const)('the pod goes where its first own disk is: %#', (mounts, region) => {
  const { affinity } = session('dev', { image: 'python', hours: 1, mounts }).spec
  const terms = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  const found = terms[0]?.matchExpressions?.find(({ key }) => key === 'topology.kubernetes.io/region')
  expect(found?.values?.[0]).toBe(region)
})

test('names begin with the prefix of whoever is asked for', () => {
  const usual = context()
  enter({ owner: 'Bob', prefix: 'bobby', request: 'Bob/x', file: 'users/Bob/x.ts' })
  const { metadata } = volume('data', '1Gi')
  enter(usual)
  expect(metadata).toMatchObject({
    name: 'bobby-data',
    labels: { 'lab/owner': 'Bob' },
    annotations: { 'lab/request': 'users/Bob/x.ts' },
  })
})
