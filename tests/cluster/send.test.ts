import { afterAll, describe, expect, inject, test } from 'vitest'
import { openCluster } from '../control-plane/cluster.ts'
import { until } from '../control-plane/until.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import { gone } from '../../scripts/cluster/gone.ts'
import { connected } from './connected.ts'
import { closedJob, closedPod, configMap, disk, key, uidOf, versionOf } from './made.ts'

const cluster = await openCluster(inject('clusterFolder'))
const apply = await connected(cluster, 'lab-apply')
const storage = await connected(cluster, 'lab-storage')
const admin = cluster.as('admin')
const inside = `/api/v1/namespaces/${cluster.namespace}`
afterAll(() => [apply, storage].forEach(({ close }) => close()))

const metadata = { name: 'send-kind' }
const nobody = '00000000-0000-4000-8000-000000000000'

describe('create', () => {
  test('makes once; a taken name is told, also while the old one is going', async () => {
    const pod = { ...closedPod('send-create'), metadata: { name: 'send-create', finalizers: ['lab.test/stays'] } }
    const uid = uidOf(await apply.send({ do: 'create', manifest: pod }))
    expect(await apply.send({ do: 'create', manifest: pod })).toEqual({ said: 'exists' })
    expect(await apply.send({ do: 'delete', key: key('Pod', 'send-create'), uid })).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'create', manifest: pod })).toEqual({ said: 'exists' })
    await apply.send({ do: 'patch', key: key('Pod', 'send-create'), uid, patch: { metadata: { finalizers: null } } })
  })

  test('as a dry run leaves nothing', async () => {
    const asked = await apply.send({ do: 'create', manifest: closedPod('send-dry'), dryRun: true })
    expect(asked).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'get', key: key('Pod', 'send-dry') })).toEqual({ said: 'gone' })
  })

  test('a closed pod counts in the quota', async () => {
    const ask = { do: 'create', manifest: closedPod('send-quota', { 'nvidia.com/a100': '1' }) } as const
    expect(await apply.send(ask)).toMatchObject({
      said: 'quota',
      message: expect.stringContaining('exceeded quota: gpus'),
    })
  })

  test('what validation refuses comes with its fields', async () => {
    const pod = closedPod('send-invalid')
    const manifest = { ...pod, spec: { ...(pod['spec'] as object), restartPolicy: 'Sometimes' } }
    expect(await apply.send({ do: 'create', manifest })).toMatchObject({
      said: 'rejected',
      fields: ['spec.restartPolicy'],
    })
  })

  test('a field that the server does not know is refused, not dropped', async () => {
    const manifest = { ...configMap('send-strict'), dada: {} }
    expect(await apply.send({ do: 'create', manifest })).toMatchObject({
      said: 'rejected',
      message: expect.stringContaining('dada'),
    })
  })

  test('what a policy of the cluster refuses comes with its sentence', async () => {
    const manifest = closedPod('send-policy', { cpu: '17' })
    expect(await apply.send({ do: 'create', manifest })).toMatchObject({
      said: 'rejected',
      message: expect.stringContaining('limited to 16 cores'),
    })
  })
})

describe('apply-new', () => {
  test('creates what is not there, and changes nothing that is', async () => {
    const made = await apply.send({ do: 'apply-new', manifest: configMap('send-new') })
    expect(made).toMatchObject({ said: 'done', object: { data: { a: '1' } } })
    const again = { do: 'apply-new', manifest: configMap('send-new', { a: '2' }) } as const
    expect(await apply.send(again)).toEqual({ said: 'exists' })
    expect(await apply.send({ do: 'get', key: key('ConfigMap', 'send-new') })).toMatchObject({
      object: { data: { a: '1' } },
    })
  })

  test('does not, even with force, touch a stranger', async () => {
    await admin({ method: 'POST', path: `${inside}/configmaps`, body: configMap('send-stranger') })
    const body = {
      ...configMap('send-stranger', { a: '2' }),
      metadata: { name: 'send-stranger', resourceVersion: '1' },
    }
    const path = `${inside}/configmaps/send-stranger?fieldManager=lab&force=true`
    const forced = await cluster.as('lab-apply')({ method: 'PATCH', path, type: 'application/apply-patch+yaml', body })
    expect(forced.status).toBe(409)
  })

  test('of thirty at once, one makes it', async () => {
    const asks = Array.from({ length: 30 }, (_, at) =>
      apply.send({ do: 'apply-new', manifest: configMap('send-race', { at: `${at}` }) }),
    )
    const said = (await Promise.all(asks)).map((answer) => answer.said)
    expect(said.toSorted()).toEqual(['done', ...Array.from({ length: 29 }, () => 'exists')])
  })

  test.each([
    ['ConfigMap', configMap('send-kind')],
    ['Service', { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } }],
    [
      'Ingress',
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata,
        spec: { defaultBackend: { service: { name: 'x', port: { number: 80 } } } },
      },
    ],
    [
      'Deployment',
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata,
        spec: {
          replicas: 0,
          selector: { matchLabels: { a: 'b' } },
          template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } },
        },
      },
    ],
  ] as const)('holds for a %s', async (_, manifest) => {
    expect(await apply.send({ do: 'apply-new', manifest, dryRun: true })).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'apply-new', manifest })).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'apply-new', manifest })).toEqual({ said: 'exists' })
  })
})

describe('apply', () => {
  test('changes the object of this UID, and no other', async () => {
    const uid = uidOf(await apply.send({ do: 'apply-new', manifest: configMap('send-apply') }))
    const changed = configMap('send-apply', { b: '2' })
    expect(await apply.send({ do: 'apply', manifest: changed, uid: nobody })).toEqual({ said: 'moved' })
    expect(await apply.send({ do: 'apply', manifest: changed, uid })).toMatchObject({
      said: 'done',
      object: { data: { b: '2' } },
    })
    expect(await apply.send({ do: 'get', key: key('ConfigMap', 'send-apply') })).not.toHaveProperty('object.data.a')
  })

  test('makes nothing where nothing is', async () => {
    const ask = { do: 'apply', manifest: configMap('send-absent'), uid: nobody } as const
    expect(await apply.send(ask)).toEqual({ said: 'moved' })
    expect(await apply.send({ do: 'get', key: key('ConfigMap', 'send-absent') })).toEqual({ said: 'gone' })
  })

  test('tells who else owns a field, and takes it only by force', async () => {
    const uid = uidOf(await apply.send({ do: 'apply-new', manifest: configMap('send-contested') }))
    const path = `${inside}/configmaps/send-contested?fieldManager=kubectl-edit`
    await admin({ method: 'PATCH', path, type: 'application/merge-patch+json', body: { data: { a: '9' } } })
    const ask = { do: 'apply', manifest: configMap('send-contested'), uid } as const
    expect(await apply.send(ask)).toMatchObject({ said: 'contested', manager: 'kubectl-edit', fields: ['.data.a'] })
    expect(await apply.send({ ...ask, dryRun: true })).toMatchObject({ said: 'contested' })
    expect(await apply.send({ ...ask, force: true })).toMatchObject({ said: 'done', object: { data: { a: '1' } } })
  })
})

describe('patch', () => {
  const opened = { spec: { schedulingGates: [] } }

  test('opens the pod of this UID, and no other; the gate cannot be put back', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: closedPod('send-gate') }))
    const at = key('Pod', 'send-gate')
    expect(await apply.send({ do: 'patch', key: at, uid: nobody, patch: opened })).toEqual({ said: 'moved' })
    expect(await apply.send({ do: 'patch', key: at, uid, patch: opened })).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'patch', key: at, uid, patch: opened })).toMatchObject({ said: 'done' })
    const shut = { spec: { schedulingGates: [{ name: 'lab/launch' }] } }
    expect(await apply.send({ do: 'patch', key: at, uid, patch: shut })).toMatchObject({ said: 'rejected' })
    await apply.send({ do: 'delete', key: at, uid })
  })

  test('a closed Job has no pods and no start; opened it has', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: closedJob('send-job') }))
    const at = key('Job', 'send-job')
    expect(await apply.send({ do: 'get', key: at })).not.toHaveProperty('object.status.startTime')
    await apply.send({ do: 'patch', key: at, uid, patch: { spec: { suspend: false } } })
    await until('the Job has started', async () => {
      const answer = await apply.send({ do: 'get', key: at })
      return JSON.stringify(answer).includes('startTime') || undefined
    })
    await apply.send({ do: 'delete', key: at, uid })
  })

  test('of what is gone: the world moved', async () => {
    const ask = { do: 'patch', key: key('Pod', 'send-none'), uid: nobody, patch: opened } as const
    expect(await apply.send(ask)).toEqual({ said: 'moved' })
  })

  test('a deadline can be set and lowered, never raised', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: closedPod('send-deadline') }))
    const set = (activeDeadlineSeconds: number) =>
      apply.send({ do: 'patch', key: key('Pod', 'send-deadline'), uid, patch: { spec: { activeDeadlineSeconds } } })
    expect(await set(3600)).toMatchObject({ said: 'done' })
    expect(await set(1800)).toMatchObject({ said: 'done' })
    expect(await set(7200)).toMatchObject({ said: 'rejected', fields: ['spec.activeDeadlineSeconds'] })
    await apply.send({ do: 'delete', key: key('Pod', 'send-deadline'), uid })
  })

  test('a claim grows once it is bound, and never shrinks', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: disk('send-disk') }))
    const at = key('PersistentVolumeClaim', 'send-disk')
    await bound(at)
    expect(await storage.send({ do: 'patch', key: at, uid: nobody, patch: sized('20Gi') })).toEqual({ said: 'moved' })
    expect(await storage.send({ do: 'patch', key: at, uid, patch: sized('20Gi') })).toMatchObject({ said: 'done' })
    expect(await storage.send({ do: 'patch', key: at, uid, patch: sized('1Gi') })).toMatchObject({ said: 'rejected' })
  })

  test('a claim that is not bound does not grow', async () => {
    const manifest = disk('send-unbound', 'linstor-ha')
    const uid = uidOf(await apply.send({ do: 'create', manifest }))
    const ask = { do: 'patch', key: key('PersistentVolumeClaim', 'send-unbound'), uid, patch: sized('20Gi') } as const
    expect(await storage.send(ask)).toMatchObject({ said: 'rejected' })
  })
})

describe('delete', () => {
  test('ends the object of this UID, and no other', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: configMap('send-delete') }))
    const at = key('ConfigMap', 'send-delete')
    expect(await apply.send({ do: 'delete', key: at, uid: nobody })).toEqual({ said: 'gone' })
    expect(await apply.send({ do: 'get', key: at })).toMatchObject({ said: 'done' })
    expect(await apply.send({ do: 'delete', key: at, uid })).toMatchObject({ said: 'done' })
    expect(await gone(apply, at, uid)).toBe('gone')
    expect(await apply.send({ do: 'delete', key: at, uid })).toEqual({ said: 'gone' })
  })

  test('a Job goes after its pods, and leaves none', async () => {
    const uid = uidOf(await apply.send({ do: 'create', manifest: closedJob('send-tree') }))
    const at = key('Job', 'send-tree')
    await apply.send({ do: 'patch', key: at, uid, patch: { spec: { suspend: false } } })
    await until('it has a pod', async () => (await podsOf('send-tree')) > 0 || undefined)
    expect(await apply.send({ do: 'delete', key: at, uid })).toMatchObject({ said: 'done' })
    expect(await gone(apply, at, uid)).toBe('gone')
    expect(await podsOf('send-tree')).toBe(0)
  })
})

function sized(size: string): JsonObject {
  return { spec: { resources: { requests: { storage: size } } } }
}

async function bound(at: Key): Promise<void> {
  const look = async () => JSON.stringify(await apply.send({ do: 'get', key: at })).includes('"phase":"Bound"')
  await until('it is bound', async () => (await look()) || undefined)
}

async function podsOf(job: string): Promise<number> {
  const path = `${inside}/pods?labelSelector=job-name%3D${job}`
  return ((await admin({ method: 'GET', path })).body['items'] as readonly unknown[]).length
}

describe('remember', () => {
  test('is made once, and changed only from the version that was read', async () => {
    const ask = { do: 'remember', name: 'lab.inventory.send', text: '1' } as const
    const first = versionOf(await apply.send(ask))
    expect(await apply.send(ask)).toEqual({ said: 'exists' })
    const second = versionOf(await apply.send({ ...ask, text: '2', version: first }))
    expect(second).not.toBe(first)
    expect(await apply.send({ ...ask, text: '3', version: first })).toEqual({ said: 'moved' })
    expect(await apply.send({ ...ask, name: 'lab.inventory.none', version: first })).toEqual({ said: 'moved' })
    await cluster.kubectl(['delete', 'configmap', 'lab.inventory.send'])
  })

  test('beyond a mebibyte the server refuses', async () => {
    const ask = { do: 'remember', name: 'lab.inventory.large', text: 'x'.repeat(1_048_577) } as const
    expect(await apply.send(ask)).toMatchObject({ said: 'rejected' })
  })
})

describe('what is our fault', () => {
  test('a right that we do not have ends all', async () => {
    const ours = await connected(cluster, 'lab-apply')
    const at = key('PersistentVolumeClaim', 'send-disk')
    expect(await ours.send({ do: 'delete', key: at, uid: nobody })).toMatchObject({
      said: 'not-allowed',
      message: expect.stringContaining('cannot delete'),
    })
    expect(await ours.send({ do: 'get', key: at })).toEqual({ said: 'not-sent' })
    ours.close()
  })

  test('a token that is no token', async () => {
    const { close, send } = await connected({ ...cluster, token: () => 'nonsense' }, 'lab-apply')
    expect(await send({ do: 'get', key: key('Pod', 'x') })).toEqual({ said: 'not-allowed', message: 'Unauthorized' })
    close()
  })

  test('a namespace that is not there', async () => {
    const { close, send } = await connected(cluster, 'admin', { namespace: 'no-such-namespace' })
    expect(await send({ do: 'create', manifest: configMap('send-nowhere') })).toMatchObject({
      said: 'not-allowed',
      message: expect.stringContaining('no-such-namespace'),
    })
    close()
  })
})
