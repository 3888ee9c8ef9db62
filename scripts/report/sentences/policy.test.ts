import { expect, test } from 'vitest'
import { policySentences } from './policy.ts'
import type { Sentence } from './sentence.ts'

/** One value for each argument of whatever code: what matters here is the form of the sentences. */
const args = {
  above: 100,
  access: 'gone',
  allowed: ['docker.io/', 'ghcr.io/'],
  annotation: 'lab/run',
  apiVersion: 'v1',
  asked: 9,
  className: 'rook-block',
  command: 'tail -f',
  completions: 9,
  container: 'main',
  days: 30,
  example: '1080Ti',
  expected: 'alice',
  factor: 1.2,
  field: 'nodeName',
  first: 'nvidia.com/gpu',
  highest: '12Gi',
  host: 'x.uci.edu',
  image: 'docker.io/a/b',
  key: 'nautilus.io/issue',
  kind: 'Pod',
  label: 'lab/owner',
  latest: '2026-12-08',
  length: 60,
  limit: '52',
  login: 'bobb',
  medium: 'HugePages',
  memory: '16Gi',
  missing: 'both',
  mode: 'ReadWriteMany',
  model: 'A40',
  mountPath: 'data',
  name: 'dev',
  namespace: 'kube-system',
  near: 'NVIDIA-A10',
  now: 'gitlab-registry.nrp-nautilus.io/a/b',
  pause: 10,
  plain: 'nvidia.com/gpu',
  pods: 120,
  policy: 'Always',
  preemptible: ['opportunistic2'],
  prefix: 'alice',
  priorityClass: 'nice',
  product: 'NVIDIA-A10G',
  repository: 'docker.io/a/b',
  request: '10Gi',
  resource: 'memory',
  right: 'nvidia.com/a40',
  second: 'nvidia.com/a40',
  seconds: 21_600,
  secret: 'bob-secrets',
  service: 'bob-dev',
  size: '60Gi',
  taint: 'nautilus.io/reservation=tide',
  type: 'nfs',
  until: '2026-13-01',
  usual: 'rook-cephfs',
  value: 'bob',
  variable: 'HF_TOKEN',
  volume: 'shm',
  why: 'sleeps',
}
const withAll = { ...args, instead: 'block', insteadClass: 'rook-ceph-block' }

const tables = policySentences as unknown as Readonly<Record<string, (args: object) => Sentence>>

test.each(Object.entries(tables))('%s: a sentence, and what to do', (_, sentence) => {
  for (const given of [args, withAll]) {
    const { what, fix, who = 'An admin can allow it.' } = sentence(given)
    for (const text of [what, fix, who]) {
      expect(text).toMatch(/^[\p{Lu}`](?!.*(?:undefined|NaN|\[object|``)).{8,260}[.?]$/u)
    }
  }
})

test.each<[keyof typeof policySentences, object, string]>([
  [
    'endless-command',
    { container: 'main', command: 'sleep infinity', why: 'ends-asleep', pause: 10 },
    "NRP bans people whose jobs sleep or never end, and the job's command ends in `sleep infinity` (container `main`).",
  ],
  [
    'session-hours',
    { asked: 9, limit: 6 },
    'It asks for 9 hours, and a session ends after 6 on this cluster, whatever it does then.',
  ],
  ['session-gpus', { asked: 4, limit: 2 }, 'It asks for 4 GPUs, and a session gets at most 2.'],
  [
    'gpu-resource',
    { model: 'A40', asked: 'nvidia.com/gpu', right: 'nvidia.com/a40' },
    'A machine with the card A40 counts it as `nvidia.com/a40`, but the run asks for `nvidia.com/gpu`, so it would never get one.',
  ],
  [
    'storage-class-closed',
    { className: 'rook-block', access: 'gone' },
    'The storage `rook-block` is no longer in the cluster.',
  ],
])('%s, read aloud', (code, given, what) => {
  expect(tables[code]?.(given).what).toBe(what)
})
