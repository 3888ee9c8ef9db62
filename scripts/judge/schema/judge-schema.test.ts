import { assert, jsonValue, property, type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathText, type Json, type JsonObject } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'
import { judgeSchema } from './judge-schema.ts'

const container = (fields: JsonObject = {}): JsonObject => ({ name: 'main', image: 'docker.io/a/b:1', ...fields })
const pod = (spec: JsonObject = {}, top: JsonObject = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'alice-dev' },
  spec: { containers: [container()], ...spec },
  ...top,
})
const podWith = (fields: JsonObject): Manifest => pod({ containers: [container(fields)] })
const job = (spec: JsonObject = {}): Manifest => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'alice-train' },
  spec: { template: { spec: { restartPolicy: 'Never', containers: [container()] } }, ...spec },
})
const claim = (spec: JsonObject = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'alice-data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
})
const config = (fields: JsonObject): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a' },
  ...fields,
})

const wrong = (count: number): Manifest =>
  pod(Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 1])))

/** `code path {args}` of each fault. */
function told(manifest: Manifest): readonly string[] {
  return judgeSchema(manifest).map(({ code, path, args }) => `${code} ${pathText(path)} ${JSON.stringify(args)}`)
}

describe('what the server takes passes', () => {
  const good: Readonly<Record<string, Manifest>> = {
    'a Pod': pod(),
    'a Job': job(),
    'a claim': claim(),
    'a ConfigMap': config({ data: { a: '1' }, binaryData: { b: 'AAEC\nAw==' } }),
    'a field that is null': pod({ nodeSelector: null, volumes: null, affinity: null }),
    'what `kubectl create --dry-run` writes': pod({}, { metadata: { name: 'a', creationTimestamp: null }, status: {} }),
    'what `kubectl get` writes': pod(
      {},
      { metadata: { name: 'a', uid: 'u', generation: 1 }, status: { phase: 'Running' } },
    ),
    'a port by name and by number': podWith({
      livenessProbe: { httpGet: { port: 'http' } },
      readinessProbe: { httpGet: { port: 80 } },
    }),
    'amounts as text and as number': podWith({
      resources: { limits: { cpu: 0.5, memory: '16Gi', 'nvidia.com/gpu': 1 } },
    }),
    'an empty text where the server has a default': pod({ restartPolicy: '', dnsPolicy: '' }),
    'a header without value, though OpenAPI wants one': podWith({
      livenessProbe: { httpGet: { port: 1, httpHeaders: [{ name: 'a' }] } },
    }),
    'the largest numbers': job({ parallelism: 2 ** 31 - 1, activeDeadlineSeconds: 2 ** 63 - 1024 }),
  }
  it.each(Object.entries(good))('%s', (_, manifest) => {
    expect(told(manifest)).toEqual([])
  })
})

describe('one mistake gives one fault, at the property that is wrong', () => {
  const bad: readonly (readonly [Manifest, string])[] = [
    [{ kind: 'Pod' }, 'field-missing apiVersion {"field":"apiVersion"}'],
    [{ apiVersion: 'v1', kind: null }, 'field-missing kind {"field":"kind"}'],
    [
      { apiVersion: 1, kind: 'Pod' },
      'field-type apiVersion {"field":"apiVersion","expected":["text"],"got":"1","gotShape":"whole number"}',
    ],
    [
      { apiVersion: 'v1', kind: 'Job' },
      'kind-version apiVersion {"kind":"Job","apiVersion":"v1","expected":"batch/v1"}',
    ],
    [
      { apiVersion: 'extensions/v1beta1', kind: 'Ingress' },
      'kind-version apiVersion {"kind":"Ingress","apiVersion":"extensions/v1beta1","expected":"networking.k8s.io/v1"}',
    ],
    [
      pod({ restartpolicy: 'Never' }),
      'field-unknown spec.restartpolicy {"field":"restartpolicy","near":"restartPolicy"}',
    ],
    [pod({ affinty: {} }), 'field-unknown spec.affinty {"field":"affinty","near":"affinity"}'],
    [pod({ unheardOf: null }), 'field-unknown spec.unheardOf {"field":"unheardOf"}'],
    [pod({}, { restartPolicy: 'Never' }), 'field-unknown restartPolicy {"field":"restartPolicy","belongs":"spec"}'],
    [
      pod({ volumeMounts: [] }),
      'field-unknown spec.volumeMounts {"field":"volumeMounts","belongs":"spec.containers[0]"}',
    ],
    [
      podWith({ nodeSelector: {} }),
      'field-unknown spec.containers[0].nodeSelector {"field":"nodeSelector","belongs":"spec"}',
    ],
    [
      podWith({ limits: {} }),
      'field-unknown spec.containers[0].limits {"field":"limits","belongs":"spec.containers[0].resources"}',
    ],
    [
      podWith({ resources: { cpu: 1 } }),
      'field-unknown spec.containers[0].resources.cpu {"field":"cpu","belongs":"spec.containers[0].resources.requests"}',
    ],
    [job({ containers: [] }), 'field-unknown spec.containers {"field":"containers","belongs":"spec.template.spec"}'],
    [config({ name: 'a' }), 'field-unknown name {"field":"name","belongs":"metadata"}'],
    [
      claim({ storageClass: 'files' }),
      'field-unknown spec.storageClass {"field":"storageClass","near":"storageClassName"}',
    ],
    [
      pod({ volumes: [{ name: 'd', persistentVolumeClaim: { claim: 'x' } }] }),
      'field-unknown spec.volumes[0].persistentVolumeClaim.claim {"field":"claim","near":"claimName"}',
    ],
    [
      podWith({ env: [{ key: 'A', value: 'b' }] }),
      'field-unknown spec.containers[0].env[0].key {"field":"key","near":"name"}',
    ],
    [
      podWith({ ports: [{ port: 80 }] }),
      'field-unknown spec.containers[0].ports[0].port {"field":"port","near":"containerPort"}',
    ],
    [pod({ containers: null }), 'field-missing spec.containers {"field":"containers"}'],
    [podWith({ env: [{ value: 'b' }] }), 'field-missing spec.containers[0].env[0].name {"field":"name"}'],
    [job({ template: null }), 'field-missing spec.template {"field":"template"}'],
    [
      podWith({ command: 'python train.py' }),
      'field-type spec.containers[0].command {"field":"command","expected":["list"],"got":"\\"python train.py\\"","gotShape":"text"}',
    ],
    [
      podWith({ args: ['--n', 1] }),
      'field-type spec.containers[0].args[1] {"field":"args[1]","expected":["text"],"got":"1","gotShape":"whole number"}',
    ],
    [
      podWith({ env: { A: 'b' } }),
      'field-type spec.containers[0].env {"field":"env","expected":["list"],"got":"an object","gotShape":"object","holds":"name"}',
    ],
    [
      podWith({ env: [{ name: 'A', value: true }] }),
      'field-type spec.containers[0].env[0].value {"field":"value","expected":["text"],"got":"true","gotShape":"true or false"}',
    ],
    [
      podWith({ tty: 'yes' }),
      'field-type spec.containers[0].tty {"field":"tty","expected":["true or false"],"got":"\\"yes\\"","gotShape":"text"}',
    ],
    [
      podWith({ livenessProbe: { httpGet: { port: true } } }),
      'field-type spec.containers[0].livenessProbe.httpGet.port {"field":"port","expected":["whole number","text"],"got":"true","gotShape":"true or false"}',
    ],
    [
      podWith({ livenessProbe: { httpGet: { port: 80.5 } } }),
      'field-type spec.containers[0].livenessProbe.httpGet.port {"field":"port","expected":["whole number","text"],"got":"80.5","gotShape":"number"}',
    ],
    [
      podWith({ resources: { limits: { cpu: [] } } }),
      'field-type spec.containers[0].resources.limits.cpu {"field":"limits.cpu","expected":["quantity"],"got":"[]","gotShape":"list"}',
    ],
    [
      pod({ activeDeadlineSeconds: '3600' }),
      'field-type spec.activeDeadlineSeconds {"field":"activeDeadlineSeconds","expected":["whole number"],"got":"\\"3600\\"","gotShape":"text"}',
    ],
    [
      pod({ nodeSelector: { 'a/b': 1 } }),
      'field-type spec.nodeSelector["a/b"] {"field":"nodeSelector[\\"a/b\\"]","expected":["text"],"got":"1","gotShape":"whole number"}',
    ],
    [
      pod({ containers: {} }),
      'field-type spec.containers {"field":"containers","expected":["list"],"got":"an object","gotShape":"object","holds":"name"}',
    ],
    [
      pod({ containers: ['a'] }),
      'field-type spec.containers[0] {"field":"containers[0]","expected":["object"],"got":"\\"a\\"","gotShape":"text","holds":"name"}',
    ],
    [
      pod({}, { spec: 'x' }),
      'field-type spec {"field":"spec","expected":["object"],"got":"\\"x\\"","gotShape":"text","holds":"containers"}',
    ],
    [
      pod({ restartPolicy: 'never' }),
      'field-enum spec.restartPolicy {"field":"restartPolicy","allowed":["Always","Never","OnFailure"],"got":"\\"never\\"","near":"Never"}',
    ],
    [
      claim({ accessModes: ['RWX'] }),
      'field-enum spec.accessModes[0] {"field":"accessModes[0]","allowed":["ReadOnlyMany","ReadWriteMany","ReadWriteOnce","ReadWriteOncePod"],"got":"\\"RWX\\"","near":"ReadWriteMany"}',
    ],
    [
      claim({ volumeMode: '' }),
      'field-enum spec.volumeMode {"field":"volumeMode","allowed":["Block","Filesystem"],"got":"\\"\\""}',
    ],
    [
      pod({ restartPolicy: 1 }),
      'field-type spec.restartPolicy {"field":"restartPolicy","expected":["text"],"got":"1","gotShape":"whole number"}',
    ],
    [pod({ containers: [null] }), 'value-null spec.containers[0] {"field":"containers[0]"}'],
    [podWith({ args: ['a', null] }), 'value-null spec.containers[0].args[1] {"field":"args[1]"}'],
    [config({ data: { a: null } }), 'value-null data.a {"field":"data.a"}'],
    [job({ parallelism: 2 ** 31 }), 'value-range spec.parallelism {"field":"parallelism","got":"2147483648"}'],
    [
      job({ activeDeadlineSeconds: 2 ** 63 }),
      'value-range spec.activeDeadlineSeconds {"field":"activeDeadlineSeconds","got":"9223372036854776000"}',
    ],
    [
      config({ binaryData: { a: 'AAE' } }),
      'value-format binaryData.a {"field":"binaryData.a","expected":"base64 text, as `base64 -w0 FILE` prints it","got":"\\"AAE\\""}',
    ],
    [
      config({ metadata: { creationTimestamp: '2026-02-30T00:00:00Z' } }),
      'value-format metadata.creationTimestamp {"field":"creationTimestamp","expected":"a time like `2026-11-24T09:00:00Z`","got":"\\"2026-02-30T00:00:00Z\\""}',
    ],
  ]
  it.each(bad.map(([manifest, fault]) => [fault, manifest] as const))('%s', (fault, manifest) => {
    expect(told(manifest)).toEqual([fault])
  })

  it('knows every kind of the lab, and says which when it is another', () => {
    expect(told({ apiVersion: 'v1', kind: 'Namespace' })).toEqual([
      'kind-unknown kind {"apiVersion":"v1","kind":"Namespace","known":["ConfigMap","Deployment","Ingress","Job","PersistentVolumeClaim","Pod","Service"]}',
    ])
    expect(told({ apiVersion: 'v1', kind: 'Secret', data: { a: 'eA==' } })).toEqual(['secret-in-git kind {}'])
    expect(judgeSchema({ apiVersion: 'v1', kind: 'pod' })[0]?.args).toMatchObject({ near: 'Pod' })
  })

  it('says who says no: the server, and for nulls in lists the lab', () => {
    expect(judgeSchema(pod({ a: 1 }))[0]?.law).toEqual({ by: 'Kubernetes' })
    expect(judgeSchema(pod({ containers: [null] }))[0]?.law).toEqual({ by: 'lab' })
  })
})

describe('hostile manifests', () => {
  it('take `__proto__` and its like for names', () => {
    const hostile = JSON.parse(
      '{"apiVersion":"v1","kind":"ConfigMap","__proto__":{"a":1},"data":{"__proto__":1}}',
    ) as Manifest
    expect(judgeSchema(hostile).map(({ path }) => pathText(path))).toEqual(['__proto__', 'data.__proto__'])
    expect(judgeSchema({ apiVersion: '__proto__', kind: 'constructor' })[0]?.code).toBe('kind-unknown')
  })

  it('are told of at most fifty faults, and that there are more', () => {
    expect(judgeSchema(wrong(50))).toHaveLength(50)
    expect(judgeSchema(wrong(60)).at(-1)).toMatchObject({ code: 'faults-more', args: { more: 10 }, path: [] })
    expect(judgeSchema(wrong(100_000))).toHaveLength(51)
  })

  it('with a hundred thousand wrong items end soon', () => {
    expect(judgeSchema(pod({ containers: Array.from({ length: 100_000 }, () => null) }))).toHaveLength(51)
    expect(judgeSchema(config({ binaryData: { a: 'A'.repeat(8 * 2 ** 20) } }))).toEqual([])
  })

  it('are quoted in short', () => {
    const long = 'x'.repeat(2 ** 20)
    const faults = judgeSchema(pod({ [long]: 1, restartPolicy: long }))
    expect(JSON.stringify(faults.map(({ args }) => args)).length).toBeLessThan(400)
  })

  it('never make it throw, and never pass with a field that nobody knows', () => {
    const json = jsonValue() as Arbitrary<Json>
    assert(
      property(json, json, json, (metadata, spec, value) => {
        const manifest = { apiVersion: 'v1', kind: 'Pod', metadata, spec, unknown: value }
        expect(judgeSchema(manifest).some(({ path }) => pathText(path) === 'unknown')).toBe(true)
      }),
    )
  })
})
