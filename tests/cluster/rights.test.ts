import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ask } from '../../scripts/model/ask.ts'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readProgress } from '../../scripts/cluster/read-progress.ts'
import { readStorage } from '../../scripts/cluster/read-storage.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import { missingRights } from '../../scripts/cluster/missing-rights.ts'
import { type Identity, rightsManifests, rules } from '../../scripts/cluster/rights.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { keyOf } from '../../scripts/model/object-key.ts'
import type { Question } from '../control-plane/client.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { until } from '../control-plane/until.ts'
import { faultProxy, type FaultProxy } from './fault-proxy.ts'
import { connected } from './connected.ts'
import { closedJob, closedPod, configMap, disk, key, uidOf, versionOf } from './made.ts'

/** A cluster of its own, whose Roles are taken away and made again by ours. */
let cluster: RunningCluster
let apply: Connection
let storage: Connection
let proxy: FaultProxy
beforeAll(async () => {
  cluster = await startCluster()
  const old = ['role/lab-apply', 'role/lab-storage', 'rolebinding/lab-apply', 'rolebinding/lab-storage']
  await cluster.kubectl(['delete', ...old])
  proxy = await faultProxy(cluster, ['lab-apply', 'lab-storage'])
  apply = await connected(cluster, 'lab-apply', { server: proxy.server })
  storage = await connected(cluster, 'lab-storage', { server: proxy.server })
})
afterAll(async () => {
  await proxy.stop()
  await cluster.stop()
})

test('without them, everything is missing', async () => {
  await until('the rights are gone', async () => (await missingRights(apply, 'lab-apply')).length > 30 || undefined)
  expect(await missingRights(apply, 'lab-apply')).toContain('create pods')
  expect(await missingRights(apply, 'lab-apply')).toContain('patch jobs.batch')
})

test('an admin of the namespace applies them as they are printed, and then nothing is missing', async () => {
  const input = yaml(rightsManifests(cluster.namespace))
  expect(await cluster.kubectl(['apply', '-f', '-'], { user: 'lab-admin', input })).toMatchObject({ exitCode: 0 })
  await until('CI has its rights', async () => (await missingRights(apply, 'lab-apply')).length === 0 || undefined)
  expect(await missingRights(storage, 'lab-storage')).toEqual([])
})

test('whoever is in the namespace may do by hand what members do; CI may not', async () => {
  expect(await missingRights(await connected(cluster, 'member'), 'member')).toEqual([])
  expect(await missingRights(apply, 'member')).toEqual(['get pods/log', 'create pods/exec', 'create pods/portforward'])
})

function yaml(manifests: readonly Manifest[]): string {
  return manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n')
}

/** `patch jobs.batch` of each request that passed. What server-side apply makes anew needs two rights. */
function used(): readonly string[] {
  const found = proxy.passed().flatMap(({ method, path, body }) => {
    const [, group = '', plural = '', name] =
      /^\/apis?\/(?:([a-z0-9.]+)\/)?v1\/namespaces\/[^/]+\/([a-z]+)(\/[^?]+)?/.exec(path) ?? []
    const verbs: Readonly<Record<string, readonly string[]>> = {
      GET: [name === undefined ? 'list' : 'get'],
      POST: ['create'],
      PUT: ['update'],
      PATCH: body.includes('"resourceVersion":"1"') ? ['create', 'patch'] : ['patch'],
      DELETE: ['delete'],
    }
    const resource = group === '' ? plural : `${plural}.${group}`
    return (plural === '' ? [] : (verbs[method] ?? [])).map((verb) => `${verb} ${resource}`)
  })
  return [...new Set(found)].toSorted()
}

function given(identity: Identity): readonly string[] {
  return rules[identity]
    .flatMap(({ apiGroups: [group], resources, verbs }) =>
      resources.flatMap((resource) =>
        verbs.map((verb) => `${verb} ${group === '' ? resource : `${resource}.${group}`}`),
      ),
    )
    .toSorted()
}

describe('with exactly these', () => {
  test('every ask of CI works, and none of them is too much', async () => {
    proxy.begin()
    await readWorld(apply)
    await readProgress(apply)
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'rights' }, spec: { ports: [{ port: 80 }] } }
    const backend = { service: { name: 'rights', port: { number: 80 } } }
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'rights' },
      spec: { defaultBackend: backend },
    }
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    const spec = { replicas: 0, selector: { matchLabels: { a: 'b' } }, template }
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'rights' }, spec }
    for (const manifest of [configMap('rights'), service, ingress, deployment]) await standing(manifest)
    await run(closedPod('rights'), { spec: { schedulingGates: [] } })
    await run(closedJob('rights'), { spec: { suspend: false } })
    uidOf(await apply.send({ do: 'create', manifest: disk('rights') }))
    const version = versionOf(await apply.send({ do: 'remember', name: 'lab.inventory.rights', text: '{}' }))
    await done({ do: 'remember', name: 'lab.inventory.rights', text: '{"a":1}', version })
    await done({ do: 'get', key: key('PersistentVolumeClaim', 'rights') })
    expect(used()).toEqual(given('lab-apply'))
  })

  test('every ask of the storage identity works, and none of them is too much', async () => {
    proxy.begin()
    await readStorage(storage, ['rights'])
    const claim = key('PersistentVolumeClaim', 'rights')
    const uid = uidOf(await storage.send({ do: 'get', key: claim }))
    await until(
      'it is bound',
      async () => JSON.stringify(await storage.send({ do: 'get', key: claim })).includes('"Bound"') || undefined,
    )
    const patch = { spec: { resources: { requests: { storage: '20Gi' } } } }
    expect(await storage.send({ do: 'patch', key: claim, uid, patch })).toMatchObject({ said: 'done' })
    expect(await storage.send({ do: 'delete', key: claim, uid })).toMatchObject({ said: 'done' })
    expect(used()).toEqual(given('lab-storage'))
  })
})

async function done(ask: Ask): Promise<string> {
  return uidOf(await apply.send(ask))
}

async function standing(manifest: Manifest): Promise<void> {
  const uid = await done({ do: 'apply-new', manifest })
  await done({ do: 'apply', manifest, uid })
  await done({ do: 'get', key: keyOf(manifest) })
  expect(await apply.send({ do: 'delete', key: keyOf(manifest), uid })).toMatchObject({
    said: 'done',
  })
}

async function run(manifest: Manifest, patch: Manifest): Promise<void> {
  const uid = await done({ do: 'create', manifest })
  await done({ do: 'get', key: keyOf(manifest) })
  const at = keyOf(manifest)
  await done({ do: 'patch', key: at, uid, patch })
  expect(await apply.send({ do: 'delete', key: at, uid })).toMatchObject({ said: 'done' })
}

const inside = (plural: string) => `/api/v1/namespaces/uci-datalab/${plural}`

describe('what they may not', () => {
  const claims = inside('persistentvolumeclaims')
  const merge = { type: 'application/merge-patch+json', body: { metadata: { labels: { a: 'b' } } } }
  const server = { type: 'application/apply-patch+yaml', body: disk('any') }
  test.each<[Identity, string, Question]>([
    ['lab-apply', 'delete a claim', { method: 'DELETE', path: `${claims}/any` }],
    ['lab-apply', 'delete all claims', { method: 'DELETE', path: claims }],
    ['lab-apply', 'patch a claim', { method: 'PATCH', path: `${claims}/any`, ...merge }],
    ['lab-apply', 'apply a claim', { method: 'PATCH', path: `${claims}/any?fieldManager=lab`, ...server }],
    ['lab-apply', 'put a claim', { method: 'PUT', path: `${claims}/any`, body: disk('any') }],
    ['lab-apply', 'patch a claim’s status', { method: 'PATCH', path: `${claims}/any/status`, ...merge }],
    ['lab-apply', 'read secrets', { method: 'GET', path: inside('secrets') }],
    ['lab-apply', 'make a secret', { method: 'POST', path: inside('secrets'), body: { metadata: { name: 'x' } } }],
    ['lab-apply', 'delete all pods', { method: 'DELETE', path: inside('pods') }],
    ['lab-apply', 'go into a pod', { method: 'POST', path: `${inside('pods')}/any/exec?command=sh` }],
    ['lab-apply', 'see another namespace', { method: 'GET', path: '/api/v1/namespaces/plain/pods' }],
    [
      'lab-apply',
      'make something in another namespace',
      { method: 'POST', path: '/api/v1/namespaces/plain/configmaps', body: configMap('x') },
    ],
    [
      'lab-apply',
      'give itself rights',
      { method: 'GET', path: '/apis/rbac.authorization.k8s.io/v1/namespaces/uci-datalab/roles' },
    ],
    ['lab-storage', 'make a claim', { method: 'POST', path: claims, body: disk('other') }],
    ['lab-storage', 'delete all claims', { method: 'DELETE', path: claims }],
    ['lab-storage', 'delete a pod', { method: 'DELETE', path: `${inside('pods')}/any` }],
    ['lab-storage', 'write memory', { method: 'POST', path: inside('configmaps'), body: configMap('x') }],
    ['lab-storage', 'read secrets', { method: 'GET', path: inside('secrets') }],
  ])('%s: %s', async (identity, _, question) => {
    expect((await cluster.as(identity)(question)).status).toBe(403)
  })

  test('the rules name no watch, no deletecollection, no wildcard', () => {
    const words = JSON.stringify(rules)
    expect(['watch', 'deletecollection', '*', 'secrets', 'exec'].filter((word) => words.includes(`"${word}"`))).toEqual(
      [],
    )
  })
})
