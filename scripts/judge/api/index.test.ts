import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Manifest } from '../../model/manifest.ts'
import { cases } from './cases/index.ts'
import { box, boxed, job, pod, times } from './cases/manifests.ts'
import { judgeApi } from './index.ts'

const all = Object.values(cases).flatMap((rows) => rows.map(([, manifest]) => manifest))
const anyCase = fc.constantFrom(...all)
const told = (manifest: Manifest) => judgeApi(manifest).map(({ code, args, path }) => ({ code, args, path }))

test('a fault carries its number, its limit, its place and whose law it is', () => {
  const manifest = boxed({ resources: { requests: { cpu: 2 }, limits: { cpu: '1500m' } } })
  expect(judgeApi(manifest)).toEqual([
    {
      code: 'request-over-limit',
      args: { resource: 'cpu', request: '2', limit: '1500m' },
      path: ['spec', 'containers', 0, 'resources', 'requests'],
      severity: 'error',
      law: { by: 'Kubernetes' },
    },
  ])
})

test('what the server takes and the lab does not is the law of the lab', () => {
  const [fault] = judgeApi(boxed({ env: [{ name: 'A' }, { name: 'A' }] }))
  expect(fault).toMatchObject({ code: 'env-duplicate', law: { by: 'lab' } })
})

test('a key that every object has is not a rule', () => {
  expect(told({ ...pod(), constructor: 1, toString: 2 })).toEqual([])
  expect(told({ ...pod(), kind: 'constructor' })).toEqual([])
})

test('null is read as not given', () => {
  expect(
    told(pod({ volumes: null, tolerations: null, affinity: null, dnsConfig: null, securityContext: null })),
  ).toEqual([])
})

test('long texts and lists are judged in time that grows with them', () => {
  const long = 'a'.repeat(200_000)
  const manifest = pod({
    containers: times(500, box({ image: long, env: [{ name: `${long}=` }] })),
    nodeSelector: { [long]: `${long}!` },
  })
  expect(judgeApi(manifest).length).toBeGreaterThan(500)
})

test('nothing is written into the manifest', () => {
  fc.assert(
    fc.property(anyCase, (manifest) => {
      expect(told(frozen(structuredClone(manifest)) as Manifest)).toEqual(told(manifest))
    }),
  )
})

test('the order of keys changes nothing but the order of faults', () => {
  fc.assert(
    fc.property(anyCase, (manifest) => {
      expect(sorted(reversed(manifest) as Manifest)).toEqual(sorted(manifest))
    }),
  )
})

test('a container is judged in the template of a Job as in a pod', () => {
  const pods = all.filter(({ kind, spec }) => kind === 'Pod' && isObject(spec))
  fc.assert(
    fc.property(fc.constantFrom(...pods), (manifest) => {
      const { containers = [], volumes = [] } = manifest['spec'] as JsonObject
      const spec = { containers: withoutPadding(containers), volumes, restartPolicy: 'Never' }
      const plain = inside(pod(spec, { name: '', generateName: 'a' }), 1)
      expect(inside(job({}, spec), 3)).toEqual(plain)
    }),
  )
})

const sorted = (manifest: Manifest): readonly string[] =>
  told(manifest)
    .map((fault) => JSON.stringify(fault))
    .toSorted()

/** Faults without the first `depth` steps of their places. */
const inside = (manifest: Manifest, depth: number): readonly string[] =>
  told(manifest)
    .map(({ code, path }) => `${code} ${path.slice(depth).join('/')}`)
    .toSorted()

/** Spaces around an image are refused in pods only. */
const withoutPadding = (value: Json): Json =>
  JSON.parse(
    JSON.stringify(value).replaceAll(/"image":"\p{White_Space}*([^"]*?)\p{White_Space}*"/gu, '"image":"$1"'),
  ) as Json

function frozen(value: Json): Json {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
