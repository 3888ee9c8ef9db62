import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../../scripts/cluster/connect.ts'
import type { Outcome } from '../../scripts/model/outcome.ts'
import type { Watched } from '../../scripts/model/watched.ts'
import { awaitRuns } from '../../scripts/pipeline/apply/await-runs.ts'
import { connected } from '../cluster/connected.ts'
import { faultProxy, type FaultProxy } from '../cluster/fault-proxy.ts'
import { claim, job, pod } from '../control-plane/objects.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { applied, labWith, type Requests } from './lab-at.ts'

/** A cluster of its own: machines are filled. */
let cluster: RunningCluster
let proxy: FaultProxy
let connection: Connection
beforeAll(async () => {
  cluster = await startCluster()
  proxy = await faultProxy(cluster, ['lab-apply'])
  connection = await connected(cluster, 'lab-apply', { server: proxy.server })
  const few = { metadata: { name: 'few' }, spec: { hard: { 'requests.nvidia.com/a40': '1' } } }
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'ResourceQuota', ...few })
  await cluster.kubectl(['create', '-f', '-'], { input })
})
afterAll(async () => {
  connection.close()
  await proxy.stop()
  await cluster.stop()
})

const cards = (resource: string, count = '1') => ({ resources: { [`nvidia.com/${resource}`]: count } })
const on = (key: string, value: string) => ({ nodeSelector: { [key]: value } })
const mounting = (claimName: string) => ({ volumes: [{ name: 'disk', persistentVolumeClaim: { claimName } }] })

const first: Requests = { 'bob/filler': [job('bob-filler', cards('rtx8000', '8'))] }
const requests: Requests = {
  ...first,
  'alice/runs': [pod('alice-runs'), job('alice-parts', { job: { parallelism: 3, completions: 3 } })],
  'alice/region': [
    claim('alice-far', 'rook-cephfs-east'),
    pod('alice-region', { spec: { ...mounting('alice-far'), ...on('topology.kubernetes.io/region', 'us-west') } }),
  ],
  'alice/class': [claim('alice-none', 'rook-block'), pod('alice-class', { spec: mounting('alice-none') })],
  'alice/image': [pod('alice-image', { container: { image: 'docker.io/library/no-such-image:1' } })],
  'bob/full': [job('bob-full', cards('rtx8000'))],
  'bob/resource': [pod('bob-resource', cards('gtx9000'))],
  'bob/machine': [pod('bob-machine', { spec: on('nvidia.com/gpu.product', 'NVIDIA-Imaginary') })],
  'carol/zero': [job('carol-zero', cards('a100'))],
  'carol/few': [job('carol-few', cards('a40', '2'))],
  'carol/law': [job('carol-law', { container: { resources: {} } })],
}

/** `queued machines-full` by key. */
function seen(watched: readonly Watched[]): Readonly<Record<string, string>> {
  return Object.fromEntries(watched.map(({ key, progress }) => [key, words(progress)]))
}

function words(progress: Watched['progress']): string {
  if (progress === undefined) return 'not seen'
  return 'why' in progress ? `${progress.is} ${progress.why.code}` : progress.is
}

async function wait(outcomes: readonly Outcome[], seconds: number) {
  const told: (readonly [number, number])[] = []
  const tell = (settled: number, of: number) => told.push([settled, of])
  const watched = await awaitRuns(connection, outcomes, labWith(), { seconds, now: () => performance.now(), tell })
  return { watched: seen(watched), told }
}

test('each run that was launched is told: it runs, or why it does not', async () => {
  const filled = await applied(connection, first)
  expect((await wait(filled.outcomes, 60)).watched).toEqual({ 'Job/bob-filler': 'running' })
  const { outcomes } = await applied(connection, requests)
  proxy.begin()
  const { watched, told } = await wait(outcomes, 60)
  expect(watched).toEqual({
    'Pod/alice-runs': 'running',
    'Job/alice-parts': 'running',
    'Pod/alice-region': 'refused disk-region',
    'Pod/alice-class': 'refused disk-refused',
    'Pod/alice-image': 'refused image-missing',
    'Job/bob-full': 'queued machines-full',
    'Pod/bob-resource': 'refused resource-unknown',
    'Pod/bob-machine': 'refused no-machine-fits',
    'Job/carol-zero': 'refused quota-zero',
    'Job/carol-few': 'queued quota-used-up',
    'Job/carol-law': 'refused pods-refused',
  })
  expect(told.at(-1)).toEqual([1, 1])
  expect(told.slice(0, -1).every(([settled, of]) => settled < of && of === 12)).toBe(true)
})

test('it looks at four lists at a time, and at nothing else', () => {
  const lists = proxy.passed().map(({ method, path }) => `${method} ${/\/(\w+)\?/.exec(path)?.[1]}`)
  expect(new Set(lists)).toEqual(new Set(['GET pods', 'GET jobs', 'GET persistentvolumeclaims', 'GET events']))
})

test('what was launched before is told only while it waits', async () => {
  const { outcomes } = await applied(connection, requests)
  const { watched } = await wait(outcomes, 0)
  expect(watched).toMatchObject({ 'Job/bob-full': 'queued machines-full', 'Pod/alice-image': 'refused image-missing' })
  expect(watched).not.toHaveProperty('Pod/alice-runs')
  expect(watched).not.toHaveProperty('Job/bob-filler')
})

test('a slow image is waited for until the time is over, and one that somebody suspended is not', async () => {
  await cluster.kubectl(['patch', 'job/alice-parts', '--type=merge', '-p', '{"spec":{"suspend":true}}'])
  const slow = pod('alice-slow', { annotations: { 'nautilus.test/pull': '1h' } })
  const { outcomes } = await applied(connection, { ...requests, 'alice/slow': [slow] })
  const { watched } = await wait(outcomes, 3)
  expect(watched).toHaveProperty(['Pod/alice-slow'], 'queued image-pulling')
  expect(watched).not.toHaveProperty('Job/alice-parts')
})

test('what was taken away while we looked is told', async () => {
  const { outcomes } = await applied(connection, { ...requests, 'alice/gone': [pod('alice-gone')] })
  await cluster.kubectl(['delete', 'pod/alice-gone', '--now'])
  expect((await wait(outcomes, 5)).watched).toHaveProperty(['Pod/alice-gone'], 'absent')
})

test('a cluster that does not tell is no failure of the apply', async () => {
  const { outcomes } = await applied(connection, { ...requests, 'alice/late': [pod('alice-late')] })
  proxy.begin(({ path }) => (path.includes('/events') ? { when: 'before', what: 'drop' } : undefined))
  const { watched } = await wait(outcomes, 1)
  proxy.begin()
  expect(watched).toEqual({ 'Pod/alice-late': 'not seen' })
})
