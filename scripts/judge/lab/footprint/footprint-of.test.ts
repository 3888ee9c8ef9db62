import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { footprintOf } from './footprint-of.ts'
import { configMap, deployment, disk, footprints, ingress, job, pod, service } from '../lab.fixture.ts'
import type { JsonObject } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'

const printOf = (manifest: Manifest) => footprints({ 'alice/dev': [manifest] })[0]?.objects[0]
const kinds = ['Pod', 'Job', 'Deployment', 'PersistentVolumeClaim', 'Service', 'Ingress', 'ConfigMap', 'Nonsense']

test('a session and its disk', () => {
  const session = pod('alice-dev', {
    gpu: 1,
    cpu: 4,
    memory: '16Gi',
    hours: 6,
    region: 'us-west',
    disks: ['alice-data'],
  })
  const [print] = footprints({
    'alice/dev': [disk('alice-data', '100Gi', { readers: 'bob, carol', writers: 'carol' }), session],
  })
  expect(print).toEqual({
    owner: 'alice',
    request: 'alice/dev',
    file: 'users/alice/dev.ts',
    objects: [
      {
        id: 'PersistentVolumeClaim/alice-data',
        kind: 'PersistentVolumeClaim',
        name: 'alice-data',
        origin: expect.objectContaining({ export: 'e0' }),
        disk: {
          bytes: 100 * 2 ** 30,
          storageClass: 'rook-cephfs',
          modes: ['ReadWriteMany'],
          readers: ['bob', 'carol'],
          writers: ['carol'],
        },
      },
      {
        id: 'Pod/alice-dev',
        kind: 'Pod',
        name: 'alice-dev',
        origin: expect.objectContaining({ export: 'e1' }),
        work: {
          demand: {
            pods: 1,
            gpus: 1,
            byResource: { 'nvidia.com/gpu': 1 },
            cpu: 4000,
            memory: 2 ** 34,
            gpuSeconds: 21_600,
          },
          largest: ['containers', 0],
          labels: {},
          mounts: [{ claim: 'alice-data', readOnly: false, volume: 0 }],
          configs: [],
          regions: ['us-west'],
        },
      },
    ],
  })
})

describe('what can write to a mounted disk', () => {
  const volume = { name: 'd', persistentVolumeClaim: { claimName: 'c' } }
  test.each<[string, JsonObject, boolean]>([
    ['one container writes', { containers: [{ volumeMounts: [{ name: 'd' }] }] }, false],
    ['all only read', { containers: [{ volumeMounts: [{ name: 'd', readOnly: true }] }] }, true],
    [
      'the init container writes',
      {
        initContainers: [{ volumeMounts: [{ name: 'd' }] }],
        containers: [{ volumeMounts: [{ name: 'd', readOnly: true }] }],
      },
      false,
    ],
    ['a raw device', { containers: [{ volumeDevices: [{ name: 'd', devicePath: '/dev/x' }] }] }, false],
    ['nobody mounts it', { containers: [{}] }, true],
    ['readOnly as a text is no promise', { containers: [{ volumeMounts: [{ name: 'd', readOnly: 'true' }] }] }, false],
  ])('%s', (_, spec, readOnly) => {
    expect(printOf(pod('a', { spec: { volumes: [{ name: 'other' }, volume], ...spec } }))?.work?.mounts).toEqual([
      { claim: 'c', readOnly, volume: 1 },
    ])
  })

  test('attached read-only', () => {
    const attached = { name: 'd', persistentVolumeClaim: { claimName: 'c', readOnly: true } }
    const spec = { volumes: [attached], containers: [{ volumeMounts: [{ name: 'd' }] }] }
    expect(printOf(pod('a', { spec }))?.work?.mounts).toEqual([{ claim: 'c', readOnly: true, volume: 0 }])
  })
})

test('every way to read a ConfigMap, with its place', () => {
  const spec = {
    volumes: [
      { configMap: { name: 'a' } },
      { projected: { sources: [{ secret: {} }, { configMap: { name: 'b', optional: true } }] } },
    ],
    initContainers: [{ envFrom: [{ configMapRef: { name: 'c' } }] }],
    containers: [{ env: [{ name: 'X', valueFrom: { configMapKeyRef: { name: 'd', key: 'x' } } }] }],
  }
  expect(printOf(job('a', { spec }))?.work?.configs).toEqual([
    { name: 'a', optional: false, path: ['spec', 'template', 'spec', 'volumes', 0, 'configMap', 'name'] },
    {
      name: 'b',
      optional: true,
      path: ['spec', 'template', 'spec', 'volumes', 1, 'projected', 'sources', 1, 'configMap', 'name'],
    },
    {
      name: 'c',
      optional: false,
      path: ['spec', 'template', 'spec', 'initContainers', 0, 'envFrom', 0, 'configMapRef', 'name'],
    },
    {
      name: 'd',
      optional: false,
      path: ['spec', 'template', 'spec', 'containers', 0, 'env', 0, 'valueFrom', 'configMapKeyRef', 'name'],
    },
  ])
})

describe('pods beside the replicas while a Deployment updates', () => {
  test.each([
    ['a quarter, rounded up', deployment('a', { replicas: 1 }), 1],
    ['a quarter of five', deployment('a', { replicas: 5 }), 2],
    ['a number', deployment('a', { replicas: 5, strategy: { rollingUpdate: { maxSurge: 3 } } }), 3],
    ['a part', deployment('a', { replicas: 5, strategy: { rollingUpdate: { maxSurge: '50%' } } }), 3],
    ['none', deployment('a', { replicas: 5, strategy: { rollingUpdate: { maxSurge: 0 } } }), undefined],
    ['the old one stops first', deployment('a', { strategy: { type: 'Recreate' } }), undefined],
    ['no Deployment', pod('a'), undefined],
  ])('%s', (_, manifest, surge) => {
    expect(printOf(manifest)?.work?.surge).toBe(surge)
  })
})

test.each<[string, JsonObject, true | undefined]>([
  ['equal', { requests: { cpu: 1, memory: '1Gi' }, limits: { cpu: '1000m', memory: '1024Mi' } }, undefined],
  ['above', { requests: { cpu: 1 }, limits: { cpu: '1200m' } }, true],
  ['a limit alone', { limits: { cpu: 1 } }, undefined],
])('a limit that is %s', (_, resources, loose) => {
  expect(printOf(pod('a', { spec: { containers: [{ resources }] } }))?.work?.loose).toBe(loose)
})

test('the container that asks for most, GPUs before cores', () => {
  const containers = [{ resources: { requests: { cpu: 9 } } }, { resources: { limits: { 'nvidia.com/gpu': 1 } } }]
  expect(printOf(pod('a', { spec: { containers } }))?.work?.largest).toEqual(['containers', 1])
})

test('hosts and backends of a web address', () => {
  expect(printOf(ingress('a', 'Demo.nrp-nautilus.io', 'alice-web'))?.route).toEqual({
    hosts: ['demo.nrp-nautilus.io'],
    services: [{ name: 'alice-web', path: ['spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service', 'name'] }],
  })
})

test.each([
  [service('a', { 'lab/owner': 'alice' }), { selector: { 'lab/owner': 'alice' } }],
  [service('a'), { selector: {} }],
  [configMap('a'), { id: 'ConfigMap/a' }],
  [{ kind: 'Pod' }, { id: 'Pod/?', work: { demand: { pods: 1, gpus: 0 } } }],
])('%j', (manifest, expected) => {
  expect(printOf(manifest)).toMatchObject(expected)
})

describe('for manifests of any shape', () => {
  const anything = fc.dictionary(
    fc.constantFrom('metadata', 'spec', 'template', 'containers', '__proto__'),
    fc.jsonValue() as fc.Arbitrary<JsonObject>,
  )
  const manifest = fc.record({
    kind: fc.constantFrom(...kinds),
    metadata: fc.jsonValue(),
    spec: fc.oneof(fc.jsonValue(), anything),
  })
  const request = { owner: 'alice', name: 'dev', file: 'users/alice/dev.ts' }
  const footprint = (object: unknown) =>
    footprintOf(request, [{ manifest: object as Manifest, origin: { file: request.file, export: 'default' } }])

  test('a footprint is made and survives the cache', () => {
    fc.assert(
      fc.property(manifest, (object) => {
        const print = footprint(object)
        expect(JSON.parse(JSON.stringify(print))).toStrictEqual(print)
      }),
    )
  })

  test('wrong shapes on the way to what is read', () => {
    const broken = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(null, true, -1, 1.5, 'x', '25%', 'Always'),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom(...readKeys), tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(fc.constantFrom(...kinds), broken, (kind, spec) => {
        const print = footprint({ kind, spec })
        expect(JSON.parse(JSON.stringify(print))).toStrictEqual(print)
      }),
      { numRuns: 500 },
    )
  })
})

const readKeys = [
  'template',
  'spec',
  'containers',
  'initContainers',
  'resources',
  'requests',
  'limits',
  'cpu',
  'nvidia.com/gpu',
  'volumes',
  'volumeMounts',
  'volumeDevices',
  'persistentVolumeClaim',
  'claimName',
  'configMap',
  'name',
  'projected',
  'sources',
  'env',
  'envFrom',
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
  'matchExpressions',
  'strategy',
  'rollingUpdate',
  'maxSurge',
  'rules',
  'http',
  'paths',
  'backend',
  'selector',
  'storage',
  'accessModes',
  'parallelism',
  '__proto__',
]
