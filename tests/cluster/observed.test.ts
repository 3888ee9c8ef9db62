import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { keyOf } from '../../scripts/model/object-key.ts'
import { observedDigest, ownedPart } from '../../scripts/model/owned.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { connected } from './connected.ts'
import { configMap, uidOf } from './made.ts'

const cluster = await openCluster(inject('clusterFolder'))
const { send, close } = await connected(cluster, 'lab-apply')
const inside = `namespaces/${cluster.namespace}`
afterAll(close)

const service: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'seen-service', labels: { app: 'x' } },
  spec: { selector: { app: 'x' }, ports: [{ name: 'web', port: 80, targetPort: 8080 }] },
}

const container = {
  name: 'main',
  image: 'docker.io/library/python:3.13',
  command: ['serve', 'it'],
  env: [{ name: 'A', value: '1' }],
  resources: { requests: { cpu: '1000m', memory: '1024Mi' }, limits: { cpu: '1000m', memory: '1024Mi' } },
}

const deployment: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'seen-deployment' },
  spec: {
    replicas: 0,
    selector: { matchLabels: { app: 'x' } },
    template: { metadata: { labels: { app: 'x' } }, spec: { containers: [container] } },
  },
}

async function written(manifest: Manifest): Promise<Manifest> {
  const answer = await send({ do: 'apply-new', manifest })
  if (answer.said !== 'done') throw new Error(JSON.stringify(answer))
  return answer.object
}

async function live(manifest: Manifest): Promise<Manifest> {
  const answer = await send({ do: 'get', key: keyOf(manifest) })
  if (answer.said !== 'done') throw new Error(JSON.stringify(answer))
  return answer.object
}

/** As somebody with kubectl does it. */
async function edited(path: string, body: object): Promise<void> {
  const type = 'application/merge-patch+json'
  const answer = await cluster.as('admin')({ method: 'PATCH', path: `${path}?fieldManager=kubectl-edit`, type, body })
  if (answer.status !== 200) throw new Error(answer.message)
}

describe('what is observed of an object of ours', () => {
  test('is in the server’s own spelling, without its defaults', async () => {
    const amounts = { cpu: '1', memory: '1Gi' }
    const spelt = { ...container, resources: { requests: amounts, limits: amounts } }
    expect(ownedPart(await written(deployment))).toEqual({
      ...deployment,
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'x' } },
        template: { metadata: { labels: { app: 'x' } }, spec: { containers: [spelt] } },
      },
    })
  })

  test('is the same in the answer to our write and in what is read later', async () => {
    const answer = await written(service)
    expect(observedDigest(await live(service))).toBe(observedDigest(answer))
    const again = await send({ do: 'apply', manifest: service, uid: uidOf({ said: 'done', object: answer }) })
    expect(again).toMatchObject({ said: 'done' })
    expect(observedDigest(await live(service))).toBe(observedDigest(answer))
  })

  test.each<[string, object, boolean]>([
    ['a label of somebody else', { metadata: { labels: { other: 'y' } } }, false],
    ['an annotation of a controller', { metadata: { annotations: { 'pv.kubernetes.io/x': 'y' } } }, false],
    ['a field that we never wrote', { spec: { sessionAffinity: 'ClientIP' } }, false],
    ['another value in our field', { spec: { selector: { app: 'y' } } }, true],
    ['our field taken away', { metadata: { labels: { app: null } } }, true],
  ])('after %s', async (name, change, differs) => {
    const manifest = { ...service, metadata: { name: `seen-${name.replaceAll(' ', '-')}`, labels: { app: 'x' } } }
    const before = observedDigest(await written(manifest))
    await edited(`/api/v1/${inside}/services/${manifest.metadata.name}`, change)
    expect(observedDigest(await live(manifest)) !== before).toBe(differs)
  })

  test('somebody who writes our own value beside us changes nothing; who applies another takes it', async () => {
    const manifest = configMap('seen-shared', { a: '1', b: '2' })
    const before = observedDigest(await written(manifest))
    await edited(`/api/v1/${inside}/configmaps/seen-shared`, { data: { a: '1' } })
    expect(observedDigest(await live(manifest))).toBe(before)
    await edited(`/api/v1/${inside}/configmaps/seen-shared`, { data: { a: '3' } })
    expect(ownedPart(await live(manifest))).toMatchObject({ data: { b: '2' } })
    expect(observedDigest(await live(manifest))).not.toBe(before)
  })

  test('a claim and a run, made by POST, are not ours by Apply', async () => {
    const answer = await send({ do: 'create', manifest: configMap('seen-post') })
    expect(answer.said === 'done' && ownedPart(answer.object)).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'seen-post' },
    })
  })
})
