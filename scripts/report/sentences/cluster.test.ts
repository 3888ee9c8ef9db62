import { describe, expect, test } from 'vitest'
import type { ClusterCodes } from '../../model/codes/cluster.ts'
import type { PendingCodes } from '../../model/codes/pending.ts'
import { clusterSentences } from './cluster.ts'
import { pendingSentences } from './pending.ts'
import { sentenceFor } from './sentence-for.ts'

const server = 'https://67.58.53.148:443'
const reason = 'connect ECONNREFUSED'
const long = `${'very '.repeat(400)}long.`

const clusterSpecimens: ClusterCodes = {
  'kubeconfig-missing': { places: ['/home/alice/.kube/config'] },
  'kubeconfig-unreadable': { file: '/home/alice/.kube/config', reason: 'it holds no settings' },
  'kubeconfig-entry': { what: 'user', name: 'oidc' },
  'context-unset': { contexts: ['nautilus', 'minikube'] },
  'other-namespace': { context: 'nautilus', namespace: 'default', lab: 'uci-datalab' },
  'connection-insecure': { cluster: 'nautilus', setting: 'insecure-skip-tls-verify: true' },
  'setting-unsupported': { name: 'oidc', setting: 'auth-provider' },
  'login-program-missing': { command: 'kubectl', hint: '' },
  'login-failed': { command: 'kubectl', reason: 'it ended with exit code 1' },
  'not-logged-in': { server, context: 'nautilus' },
  unreachable: { server, reason },
  'certificate-refused': { server, reason: 'certificate has expired' },
  'list-refused': { kind: 'Pod', message: long },
}

const closed = [{ taint: 'nautilus.io/issue=gpu', machines: 1 }]
const a40 = { quota: 'few', resource: 'nvidia.com/a40', asked: '2', used: '0', limit: '1' }

const pendingSpecimens: PendingCodes = {
  'not-looked-at': {},
  'gate-closed': {},
  'gate-of-others': { gates: ['kueue.x-k8s.io/admission'] },
  'machines-full': { resource: 'nvidia.com/gpu', machines: 12, elsewhere: 3 },
  'resource-unknown': { resource: 'nvidia.com/gtx9000' },
  'no-machine-fits': { machines: 49, closed },
  'machines-closed': { closed },
  'quota-zero': { quota: 'gpus', resource: 'nvidia.com/a100' },
  'quota-used-up': a40,
  'pods-refused': { message: long },
  'disk-missing': { claim: 'alice-data' },
  'disk-unbound': { claims: ['alice-data'] },
  'disk-refused': { claim: 'alice-data', message: 'storageclass.storage.k8s.io "rook-block" not found' },
  'disk-region': { claims: ['alice-data'], machines: 1 },
  'disk-stuck': { message: 'driver name rook.cephfs not found.' },
  'image-pulling': { image: 'ghcr.io/lab/train:1' },
  'image-missing': { image: 'ghcr.io/lab/train:1' },
  'image-forbidden': { image: 'ghcr.io/lab/train:1' },
  'image-unreachable': { image: 'ghcr.io/lab/train:1', message: 'toomanyrequests' },
  'settings-missing': { message: 'configmap "conf" not found' },
  starting: {},
  crashing: { restarts: 3, exitCode: 1 },
  'machine-lost': { machine: 'fiona8-0.calit2.uci.edu' },
  unexplained: { message: '\u001B[31mred' },
}

const told = [
  ...Object.entries(clusterSpecimens).map(
    ([code, args]) => [code, sentenceFor(clusterSentences, code as never, args as never)] as const,
  ),
  ...Object.entries(pendingSpecimens).map(
    ([code, args]) => [code, sentenceFor(pendingSentences, code as never, args as never)] as const,
  ),
]

describe('every sentence', () => {
  test.each(told)('%s', (_, { what, fix }) => {
    for (const sentence of [what, fix]) {
      expect(sentence).toMatch(/^[A-Z0-9`].*[^.]\.$/s)
      expect(sentence).not.toMatch(/undefined|\[object|\.\./)
      expect(sentence).not.toContain('\u001B')
      expect(sentence.length).toBeLessThan(500)
    }
  })

  test('speaks of machines and disks, not of nodes, pods and claims', () => {
    const words = told.flatMap(
      ([, { what, fix }]) => `${what} ${fix}`.match(/\b(?:node|pod|PVC|claim|taint|scheduler)s?\b/gi) ?? [],
    )
    expect(words).toEqual([])
  })
})

test('one of them, as it is read', () => {
  expect(pendingSentences['machines-full']({ resource: 'nvidia.com/gpu', machines: 12, elsewhere: 3 })).toEqual({
    what: 'The cluster is full: 12 machines would do, and none has enough GPUs left; 3 machines with room cannot reach its disk.',
    fix: 'Wait, or allow more kinds of GPU: a memory class such as `1x24GB` takes any card that has it.',
  })
})
