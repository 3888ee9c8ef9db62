import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { auditVerdict, type AuditFinding } from '../../scripts/model/audit-finding.ts'
import { auditLive } from '../../scripts/pipeline/apply/audit-live.ts'
import { connected } from '../cluster/connected.ts'
import { configMap } from '../cluster/made.ts'
import { claim, job, pod } from '../control-plane/objects.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { until } from '../control-plane/until.ts'
import { applied, desiredBy, labWith, type Requests } from './lab-at.ts'

/** A cluster of its own. */
let cluster: RunningCluster
let connection: Connection
beforeAll(async () => {
  cluster = await startCluster()
  connection = await connected(cluster, 'lab-apply')
  await applied(connection, { ...requests, 'bob/old': [claim('bob-old', 'rook-cephfs')] })
  await applied(connection, requests)
})
afterAll(async () => {
  connection.close()
  await cluster.stop()
})

const card = { resources: { 'nvidia.com/gpu': '1' } }
const requests: Requests = {
  'alice/dev': [
    claim('alice-data', 'rook-cephfs'),
    configMap('alice-set', { a: '1', b: '1' }),
    configMap('alice-more'),
    pod('alice-dev', { ...card, spec: { activeDeadlineSeconds: 21600 } }),
  ],
  'bob/dev': [
    job('bob-train', { job: { parallelism: 2, completions: 2 } }),
    pod('bob-short', { container: { command: ['bash', '-c', 'exit 3'] } }),
  ],
}

const now = () => `${new Date().toISOString().slice(0, 19)}Z`

async function found(withRequests = true): Promise<readonly AuditFinding[]> {
  const desired = withRequests ? { desired: desiredBy(requests) } : {}
  return await auditLive(connection, { lab: labWith(), now: now(), days: 7, ...desired })
}

function words(findings: readonly AuditFinding[]): readonly string[] {
  return findings.map(({ code, key }) => `${code} ${key}`)
}

const news = ['disk-released PersistentVolumeClaim/bob-old', 'ends-soon Pod/alice-dev', 'run-ended Pod/bob-short']

test('what apply left is news and no more', async () => {
  const settled = async () => (words(await found()).join() === news.join() ? true : undefined)
  await until('the short run is over and the other runs', settled, 30)
  expect(auditVerdict(await found())).toBe('news')
})

test('what people did by hand needs somebody', async () => {
  const stranger = JSON.stringify(pod('stranger', card))
  const copied = JSON.stringify({
    ...configMap('bob-copy'),
    metadata: {
      name: 'bob-copy',
      annotations: { 'lab/id': cluster.namespace, 'lab/key': 'ConfigMap/bob-copy', 'lab/owner': 'bob', 'lab/run': '1' },
    },
  })
  await Promise.all([
    cluster.kubectl(['patch', 'configmap/alice-set', '--type=merge', '-p', '{"data":{"a":"2"}}']),
    cluster.kubectl(['annotate', 'configmap/alice-more', 'somebody=else']),
    cluster.kubectl(['create', '-f', '-'], { input: stranger }),
    cluster.kubectl(['create', '-f', '-'], { input: copied }),
    cluster.kubectl(['patch', 'job/bob-train', '--type=merge', '-p', '{"spec":{"suspend":true}}']),
    cluster.kubectl(['delete', 'pod/alice-dev', 'pvc/alice-data', '--now']),
  ])
  const findings = await found()
  expect(words(findings)).toEqual([
    'copy ConfigMap/bob-copy',
    'disk-vanished PersistentVolumeClaim/alice-data',
    'drifted ConfigMap/alice-set',
    'gpus-unrequested Pod/stranger',
    'disk-released PersistentVolumeClaim/bob-old',
    'run-ended Pod/bob-short',
    'suspended-by-hand Job/bob-train',
  ])
  expect(findings[2]?.args).toMatchObject({ by: 'kubectl-patch' })
  expect(auditVerdict(findings)).toBe('person')
})

test('without requests it says the same of what is remembered, and no word on names that are asked for', async () => {
  await cluster.kubectl(['create', '-f', '-'], { input: JSON.stringify(pod('alice-dev')) })
  expect(words(await found())).toContain('name-taken Pod/alice-dev')
  const without = words(await found(false))
  expect(without).not.toContain('name-taken Pod/alice-dev')
  expect(without).toContain('drifted ConfigMap/alice-set')
})

test('a memory that is gone is could-not-tell, and nothing is guessed of its member', async () => {
  await cluster.kubectl(['delete', 'configmap/lab.inventory.alice'])
  const findings = await found(false)
  expect(auditVerdict(findings)).toBe('unknown')
  expect(findings.filter(({ member }) => member === 'alice').map(({ code }) => code)).toEqual(['memory-unread'])
})
