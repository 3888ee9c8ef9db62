import { job, named, notebook, readOnly, service, session, shared, sweep, volume } from '#lab'
import realLab from '#lab/config'
import { expect, test } from 'vitest'
import type { Json } from '../../model/json.ts'
import type { Lab } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import { enter } from '../../../templates/context.ts'
import { createPolicy } from './create-policy.ts'

const lab: Lab = realLab
const request = { owner: 'alice', name: 'dev', file: 'users/alice/dev.ts' }
const judge = createPolicy(lab, '2026-11-24')

/** What the sandbox hands out: plain data, without what is undefined. */
const plain = (made: object) => JSON.parse(JSON.stringify(made)) as Manifest

const codesOf = (made: object) => judge(plain(made), request).map(({ code }) => code)

enter({ owner: 'alice', prefix: 'alice', request: 'alice/dev', file: request.file })

const data = volume('data', '100Gi')
const command = 'cd /data && python train.py --lr $LR'
const common = { image: 'pytorch', hours: 6 } as const
const all = {
  ...common,
  cpu: 8,
  memory: '24Gi',
  shm: '8Gi',
  scratch: '100Gi',
  env: { SEED: 1 },
  secrets: ['WANDB_API_KEY', 'GIT_TOKEN'],
  code: { repo: 'alice/vit', ref: 'v1.2' },
  mounts: { '/data': data, '/imagenet': shared('bob', 'imagenet'), '/again': readOnly(data) },
  run: 3,
} as const

test.each<[string, object, string[]]>([
  ['a disk', data, []],
  ['a disk for one machine', volume('db', '10Gi', { storage: 'block' }), []],
  ['a shared disk', volume('open', '2Ti', { readers: 'lab', writers: ['bob'] }), []],
  ['a session', session('dev', { ...common, gpu: '1x24GB' }), []],
  ['a session without GPU', session('dev', common), []],
  ['a session with everything', session('dev', { ...all, gpu: '2x3090', ports: [8000] }), []],
  ['a notebook', notebook('dev', { ...common, image: 'jupyter', gpu: '1x11GB' }), []],
  ['a notebook with everything', notebook('dev', { ...all, gpu: '1xA40', port: 9000 }), []],
  ['a job', job('dev', { ...common, command }), []],
  ['a job with everything', job('dev', { ...all, gpu: '8xA10', command: ['python', 'train.py'], retries: 5 }), []],
  ['an old card, by name', job('dev', { ...common, gpu: '1x1080Ti', command }), []],
  ['a card with its own resource', job('dev', { ...common, gpu: '4xA6000', command }), []],
  ['A100', job('dev', { ...common, gpu: '1xA100', command }), ['gpu-class']],
  ['A100, preemptible', job('dev', { ...common, gpu: '1xA100', preemptible: true, command }), []],
  ['H100, preemptible', job('dev', { ...common, gpu: '8xH100', preemptible: true, command }), []],
  [
    'a sweep',
    sweep('dev', { ...all, gpu: '1x24GB', over: { LR: [0.1, 0.01], SEED: [1, 2] }, parallel: 2, command }),
    [],
  ],
  ['a sweep of words', sweep('dev', { ...common, over: { LR: [1, 2] }, parallel: 2, command: ['python', 'a.py'] }), []],
  [
    'a sweep that sleeps',
    sweep('dev', { ...common, over: { LR: [1, 2] }, parallel: 2, command: ['sleep', '1d'] }),
    ['endless-command'],
  ],
  [
    'a job that ends asleep',
    job('dev', { ...common, command: 'python train.py; sleep infinity' }),
    ['endless-command'],
  ],
  ['a long job', job('dev', { ...common, hours: 200, command }), ['job-hours']],
  ['another registry', job('dev', { ...common, image: 'registry.example.edu/a/b:1', command }), ['image-unlisted']],
  ['a patch', job('dev', { ...common, command, patch: { container: { workingDir: '/data' } } }), ['field-unusual']],
  [
    'a patch with power',
    job('dev', { ...common, command, patch: { container: { securityContext: { privileged: true } } } }),
    ['privileged'],
  ],
  [
    'a patched affinity',
    job('dev', {
      ...common,
      command,
      patch: {
        pod: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'NotIn', values: ['a'] }] },
                ],
              },
            },
          },
        },
      },
    }),
    ['field-unusual'],
  ],
  [
    'texts by hand',
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: named('texts'), data: { a: 'b' } },
    ['field-unusual'],
  ],
])('%s', (_, made, codes) => {
  expect(codesOf(made)).toEqual(codes)
})

test('every kind of card that can be asked for', () => {
  for (const [name, model] of Object.entries(lab.gpus)) {
    const gpu: string = `1x${name}`
    const options = { ...common, gpu, command } as unknown as Parameters<typeof job>[1]
    const expected = { form: ['gpu-class'], spare: ['gpu-spare'], reserved: ['gpu-reserved'], open: [] }[
      model.access ?? 'open'
    ]
    expect([name, codesOf(job('dev', options))]).toEqual([name, expected])
  }
})

test('a service: an admin, and nothing else', () => {
  const [deployment, front] = service('demo', {
    image: 'python',
    port: 8000,
    until: '2026-12-01',
    command: 'python app.py',
  })
  expect(codesOf(deployment)).toEqual(['service-needs-admin'])
  expect(codesOf(front)).toEqual([])
})

test('what is taken out of a manifest, whatever it is, ends in faults or in nothing', () => {
  const manifests = [data, session('dev', { ...all, gpu: '1x24GB' }), job('dev', { ...all, command })].map(plain)
  for (const manifest of manifests) {
    for (const path of pathsIn(manifest).filter(isOptional)) {
      expect(judge(without(manifest, path) as Manifest, request)).toBeInstanceOf(Array)
    }
  }
})

/** What no schema lets through without: the name of a container, the path of a mount. */
function isOptional(path: Steps): boolean {
  const [key, parent] = path.toReversed()
  return parent === 'metadata' || !['name', 'mountPath', 'containerPort', 'key', 'claimName'].includes(String(key))
}

type Steps = readonly (string | number)[]

function pathsIn(value: Json, path: Steps = []): readonly Steps[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    path,
    ...Object.entries(value).flatMap(([key, item]: [string, Json]) => pathsIn(item, [...path, key])),
  ].filter(({ length }) => length > 0)
}

function without(value: Json, [key, ...rest]: Steps): Json {
  const copy = Array.isArray(value) ? [...(value as readonly Json[])] : { ...(value as { [key: string]: Json }) }
  if (rest.length === 0) Reflect.deleteProperty(copy, key ?? '')
  else Reflect.set(copy, key ?? '', without(Reflect.get(copy, key ?? '') as Json, rest))
  return Array.isArray(copy) ? copy.filter((item) => item !== undefined) : copy
}
