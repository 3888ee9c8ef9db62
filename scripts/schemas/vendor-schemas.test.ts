import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderSource } from './folder-source.ts'
import { httpsGet } from './https-get.ts'
import type { OpenApiSource } from './open-api.ts'
import { serverSource } from './server-source.ts'
import { vendorSchemas } from './vendor-schemas.ts'

const kind = (group: string, version: string, name: string, extra: object = {}) => ({
  [`x.${name}`]: {
    type: 'object',
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...extra },
    'x-kubernetes-group-version-kind': [{ group, version, kind: name }],
  },
})
const meta = { metadata: { allOf: [{ $ref: '#/components/schemas/x.Meta' }] } }
const documents: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'api/v1': {
      ...kind('', 'v1', 'Pod', meta),
      ...kind('', 'v1', 'ConfigMap'),
      ...kind('', 'v1', 'Service'),
      ...kind('', 'v1', 'PersistentVolumeClaim'),
      ...kind('', 'v1', 'Secret'),
      'x.Meta': { type: 'object', properties: { name: { type: 'string' } } },
      'x.Unused': { type: 'object', properties: {} },
    },
    'apis/apps/v1': kind('apps', 'v1', 'Deployment'),
    'apis/batch/v1': kind('batch', 'v1', 'Job'),
    'apis/networking.k8s.io/v1': kind('networking.k8s.io', 'v1', 'Ingress'),
  }).map(([group, schemas]) => [group, JSON.stringify({ components: { schemas } })]),
)
const inMemory = (release = 'v1.40.2', texts = documents): OpenApiSource => ({
  release: async () => release,
  document: async (group) => texts[group] ?? '{}',
})

describe('vendored schemas', () => {
  it('are a file for each kind of ours, what they share, and their source', async () => {
    const { minor, files } = await vendorSchemas(inMemory())
    expect(minor).toBe('1.40')
    expect(Object.keys(files).sort()).toEqual([
      'configmap-v1.json',
      'definitions.json',
      'deployment-apps-v1.json',
      'ingress-networking-v1.json',
      'job-batch-v1.json',
      'persistentvolumeclaim-v1.json',
      'pod-v1.json',
      'service-v1.json',
      'source.json',
    ])
    expect(files['job-batch-v1.json']).toMatchObject({
      $ref: 'definitions.json#/$defs/x.Job',
      properties: { apiVersion: { const: 'batch/v1' }, kind: { const: 'Job' } },
    })
    expect(files['source.json']).toMatchObject({
      server: 'v1.40.2',
      openapi: { 'api/v1': expect.stringMatching(/^sha256:/) },
    })
  })

  it('define what our kinds need and nothing else, in the order of the alphabet', async () => {
    const { files } = await vendorSchemas(inMemory())
    const names = Object.keys(files['definitions.json']?.$defs ?? {})
    expect(names).toEqual([
      'x.ConfigMap',
      'x.Deployment',
      'x.Ingress',
      'x.Job',
      'x.Meta',
      'x.PersistentVolumeClaim',
      'x.Pod',
      'x.Service',
    ])
  })

  it('are not made where a kind is missing, a definition is not there, or the release is none', async () => {
    const without = { ...documents, 'apis/batch/v1': '{"components":{"schemas":{}}}' }
    await expect(vendorSchemas(inMemory('v1.40.2', without))).rejects.toThrow('apis/batch/v1 does not describe Job')
    const dangling = { ...documents, 'api/v1': documents['api/v1']?.replace('"x.Meta":', '"x.Other":') ?? '' }
    await expect(vendorSchemas(inMemory('v1.40.2', dangling))).rejects.toThrow('names x.Meta and does not describe it')
    await expect(vendorSchemas(inMemory('latest'))).rejects.toThrow('"latest" is no release')
  })
})

describe('a source', () => {
  it('is a folder named after the release', async () => {
    const root = await mkdtemp(join(tmpdir(), 'openapi-'))
    await mkdir(join(root, 'v1.40.2'))
    for (const [group, text] of Object.entries(documents))
      await writeFile(join(root, 'v1.40.2', `${group.replaceAll('/', '_')}.json`), text)
    expect(await vendorSchemas(folderSource(join(root, 'v1.40.2/')))).toEqual(await vendorSchemas(inMemory()))
    await rm(root, { recursive: true })
  })

  it('is a server, asked with a token', async () => {
    const asked: string[] = []
    const answer: RequestListener = (request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`)
      response.end(
        request.url === '/version'
          ? '{"gitVersion":"v1.40.2"}'
          : documents[request.url?.replace('/openapi/v3/', '') ?? ''],
      )
    }
    await using server = await serving(answer)
    const get = httpsGet({ server: server.url, token: 'secret' })
    expect(await vendorSchemas(serverSource(get))).toEqual(await vendorSchemas(inMemory()))
    expect(asked).toContain('/openapi/v3/apis/batch/v1 Bearer secret')
  })

  it('that refuses is an error with the path and the status', async () => {
    await using server = await serving((_, response) => response.writeHead(403).end())
    await expect(serverSource(httpsGet({ server: server.url })).release()).rejects.toThrow('answers 403 to /version')
  })
})

async function serving(answer: RequestListener): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
