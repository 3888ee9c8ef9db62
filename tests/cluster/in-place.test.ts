import { afterAll, describe, expect, inject, test } from 'vitest'
import type { JsonObject } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { keyOf } from '../../scripts/model/object-key.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { job } from '../control-plane/objects.ts'
import { connected } from './connected.ts'
import { closedPod, configMap, disk, plain, uidOf } from './made.ts'

const cluster = await openCluster(inject('clusterFolder'))
const { send, close } = await connected(cluster, 'lab-apply')
const admin = cluster.as('admin')
const inside = `/api/v1/namespaces/${cluster.namespace}`
afterAll(close)

let made = 0

/** The manifest under a name of its own, made, and then asked for a change that is not kept. */
async function asked(manifest: Manifest, patch: JsonObject): Promise<string> {
  const named = { ...manifest, metadata: { ...(manifest['metadata'] as JsonObject), name: `in-place-${(made += 1)}` } }
  const uid = uidOf(await send({ do: 'create', manifest: named }))
  return (await send({ do: 'patch', key: keyOf(named), uid, patch, dryRun: true })).said
}

const closed = (parts: object = {}) =>
  plain(job('x', { job: { suspend: true, activeDeadlineSeconds: 3600, ...parts } }))
const indexed = closed({ completionMode: 'Indexed', completions: 2, parallelism: 2 })
const spec = (fields: JsonObject): JsonObject => ({ spec: fields })
const labels = { metadata: { labels: { a: 'b' } } }

const meta = { metadata: { name: 'x' } }
const ports = [{ port: 80 }]
const service = { apiVersion: 'v1', kind: 'Service', ...meta, spec: { ports, selector: { a: 'b' } } }
const headless = { ...service, spec: { ...service.spec, clusterIP: 'None' } }
const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  ...meta,
  spec: { replicas: 0, selector: { matchLabels: { a: 'b' } }, template },
}
const backend = { service: { name: 'x', port: { number: 80 } } }
const ingress = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', ...meta, spec: { defaultBackend: backend } }
const otherBackend = { service: { name: 'y', port: { number: 80 } } }

describe('what changes in place', () => {
  test.each<[string, Manifest, JsonObject]>([
    ['a pod’s first deadline', closedPod('x'), spec({ activeDeadlineSeconds: 60 })],
    ['a pod’s labels', closedPod('x'), labels],
    ['a Job’s deadline, later', closed(), spec({ activeDeadlineSeconds: 7200 })],
    ['a Job’s deadline, earlier', closed(), spec({ activeDeadlineSeconds: 60 })],
    ['a Job’s deadline, none', closed(), spec({ activeDeadlineSeconds: null })],
    ['a Job’s parallelism', closed(), spec({ parallelism: 3 })],
    ['a Job’s retries', closed(), spec({ backoffLimit: 3 })],
    ['how long a finished Job stays', closed(), spec({ ttlSecondsAfterFinished: 60 })],
    ['the size of an Indexed Job', indexed, spec({ completions: 3, parallelism: 3 })],
    ['a Job’s labels', closed(), labels],
    ['a Service’s ports', service, spec({ ports: [{ port: 81 }] })],
    ['a Service’s selector', service, spec({ selector: { a: 'c' } })],
    ['a Service’s reach', service, spec({ type: 'NodePort' })],
    ['how many a Deployment runs', deployment, spec({ replicas: 1 })],
    ['what a Deployment runs', deployment, spec({ template: { spec: { terminationGracePeriodSeconds: 5 } } })],
    ['where an Ingress leads', ingress, spec({ defaultBackend: otherBackend })],
    ['what a ConfigMap holds', configMap('x'), { data: { a: '2' } }],
  ])('%s', async (_, manifest, patch) => {
    expect(await asked(manifest, patch)).toBe('done')
  })
})

describe('what does not', () => {
  test.each<[string, Manifest, JsonObject]>([
    ['a pod’s command', closedPod('x'), spec({ hostname: 'other' })],
    ['a Job’s template', closed(), spec({ template: { spec: { terminationGracePeriodSeconds: 5 } } })],
    ['a Job’s completions', closed({ completions: 2 }), spec({ completions: 3 })],
    ['the completions of an Indexed Job alone', indexed, spec({ completions: 3 })],
    ['how a Job counts', closed({ completions: 2 }), spec({ completionMode: 'Indexed' })],
    ['a Job’s retries per index', indexed, spec({ backoffLimitPerIndex: 1 })],
    ['what a Job does about failures', closed(), spec({ podFailurePolicy: { rules: [] } })],
    ['a Service that gets an address', headless, spec({ clusterIP: '10.96.7.7' })],
    ['a Service that loses its address', service, spec({ clusterIP: 'None', clusterIPs: null })],
    ['which pods are a Deployment’s', deployment, spec({ selector: { matchLabels: { a: 'c' } } })],
    ['a ConfigMap that is sealed', { ...configMap('x'), immutable: true }, { data: { a: '2' } }],
  ])('%s', async (_, manifest, patch) => {
    expect(await asked(manifest, patch)).toBe('rejected')
  })
})

test('a headless Service whose `None` was dropped stays headless, and the server says nothing', async () => {
  const named = { ...headless, metadata: { name: 'in-place-headless' } }
  const uid = uidOf(await send({ do: 'apply-new', manifest: named }))
  const open = { ...service, metadata: { name: 'in-place-headless' } }
  expect(await send({ do: 'apply', manifest: open, uid })).toMatchObject({
    said: 'done',
    object: { spec: { clusterIP: 'None' } },
  })
})

describe('what a dry run under another name tells', () => {
  test('validation comes before the quota', async () => {
    const rare = closedPod('dry-rare', { 'nvidia.com/a100': '1' })
    expect((await send({ do: 'create', manifest: rare, dryRun: true })).said).toBe('quota')
    const wrong = { ...rare, spec: { ...(rare['spec'] as JsonObject), restartPolicy: 'Sometimes' } }
    expect((await send({ do: 'create', manifest: wrong, dryRun: true })).said).toBe('rejected')
  })

  test('the length of a name is judged, for its pods have longer ones', async () => {
    const long = { ...indexed, metadata: { name: 'x'.repeat(62) } }
    expect((await send({ do: 'create', manifest: long, dryRun: true })).said).toBe('rejected')
    const short = { ...indexed, metadata: { name: 'x'.repeat(61) } }
    expect((await send({ do: 'create', manifest: short, dryRun: true })).said).toBe('done')
  })
})

describe('why standing objects are made by server-side apply', () => {
  const without = configMap('in-place-keys', {})

  test('what was made by POST keeps a key that Git has dropped; what was applied does not', async () => {
    const posted = { ...configMap('in-place-posted'), metadata: { name: 'in-place-posted' } }
    const uid = uidOf(await send({ do: 'create', manifest: posted }))
    await send({ do: 'apply', manifest: posted, uid })
    const after = await send({ do: 'apply', manifest: { ...without, metadata: { name: 'in-place-posted' } }, uid })
    expect(after).toMatchObject({ said: 'done', object: { data: { a: '1' } } })
    const applied = uidOf(await send({ do: 'apply-new', manifest: configMap('in-place-keys') }))
    expect(await send({ do: 'apply', manifest: without, uid: applied })).not.toHaveProperty('object.data.a')
  })

  test('plain server-side apply is no create: it changes a stranger’s object', async () => {
    await admin({ method: 'POST', path: `${inside}/configmaps`, body: configMap('in-place-stranger') })
    const path = `${inside}/configmaps/in-place-stranger?fieldManager=lab`
    const body = configMap('in-place-stranger', { b: '2' })
    const answer = await cluster.as('lab-apply')({ method: 'PATCH', path, type: 'application/apply-patch+yaml', body })
    expect(answer).toMatchObject({ status: 200, body: { data: { a: '1', b: '2' } } })
  })
})

describe('why CI may not patch a claim', () => {
  test('an owner that does not exist has it collected', async () => {
    const uid = uidOf(await send({ do: 'create', manifest: disk('in-place-owned') }))
    const storage = await connected(cluster, 'lab-storage')
    const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'nobody', uid: '0b6f4a1c-5b7f-4f5c-9b1e-3a0c9d1f2a3b' }
    const key = keyOf(disk('in-place-owned'))
    await storage.send({ do: 'patch', key, uid, patch: { metadata: { ownerReferences: [owner] } } })
    await expect.poll(async () => (await send({ do: 'get', key })).said, { timeout: 20_000 }).toBe('gone')
    storage.close()
  })
})
