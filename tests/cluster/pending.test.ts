import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readProgress } from '../../scripts/cluster/read-progress.ts'
import { itemsAt, textAt } from '../../scripts/model/at.ts'
import { isObject, type Json, type JsonObject } from '../../scripts/model/json.ts'
import { type Key, kindIn, nameIn } from '../../scripts/model/object-key.ts'
import type { Progress } from '../../scripts/model/progress.ts'
import type { LiveObject } from '../../scripts/model/world.ts'
import { progressOf, sceneOf } from '../../scripts/pending/index.ts'
import { known, recorded, settled } from '../../scripts/pending/recorded.fixture.ts'
import { claim, job, pod } from '../control-plane/objects.ts'
import { type RunningCluster, startCluster } from '../control-plane/start-cluster.ts'
import { until } from '../control-plane/until.ts'
import { connected } from './connected.ts'

/** A cluster of its own: machines are filled, and one goes dark. */
let cluster: RunningCluster
let connection: Connection
beforeAll(async () => {
  cluster = await startCluster({ patience: 2 })
  connection = await connected(cluster, 'lab-apply')
  await make(fewCards)
  for (const [name, storageClass] of disks) await make(claim(name, storageClass))
  await make(job('filler', { job: { parallelism: 9, completions: 9 }, resources: { 'nvidia.com/rtx8000': '1' } }))
  await until('the machine is full', async () => (await runningPods('filler')) === 8 || undefined)
  await until('the disk has a region', async () => (await phaseOf('region')) === 'Bound' || undefined)
  await Promise.all(runs.map(make))
})
afterAll(async () => {
  connection.close()
  await cluster.stop()
})

const fewCards = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'few' },
  spec: { hard: { 'requests.nvidia.com/a40': '1' } },
}

const disks = [
  ['region', 'rook-cephfs-east'],
  ['unbound', 'ceph-rbd'],
  ['no-class', 'rook-block'],
] as const

const on = (key: string, value: string) => ({ nodeSelector: { [key]: value } })
const mounting = (claimName: string) => ({ volumes: [{ name: 'disk', persistentVolumeClaim: { claimName } }] })
const shell = (command: string) => ({ container: { command: ['bash', '-c', command] } })
const wish = (name: string, value: string) => ({ annotations: { [`nautilus.test/${name}`]: value } })
const cards = (resource: string, count = '1') => ({ resources: { [`nvidia.com/${resource}`]: count } })
const gated = (name: string) => ({ spec: { schedulingGates: [{ name }] } })

const runs: readonly object[] = [
  pod('full', cards('rtx8000')),
  job('full', cards('rtx8000')),
  pod('wrong-resource', cards('gtx9000')),
  pod('no-machine', { spec: on('nvidia.com/gpu.product', 'NVIDIA-Imaginary') }),
  pod('region', { spec: { ...mounting('region'), ...on('topology.kubernetes.io/region', 'us-west') } }),
  job('quota-zero', cards('a100')),
  job('quota-used-up', cards('a40', '2')),
  job('law', { container: { resources: {} } }),
  pod('claim-missing', { spec: mounting('claim-missing') }),
  pod('unbound', { spec: mounting('unbound') }),
  pod('no-class', { spec: mounting('no-class') }),
  pod('image-none', { container: { image: 'docker.io/library/no-such-image:1' } }),
  pod('image-slow', wish('pull', '1h')),
  pod('gate', gated('lab/launch')),
  pod('gate-of-others', gated('kueue.test/admission')),
  job('suspended', { job: { suspend: true } }),
  pod('crash', { ...shell('serve; exit 1'), spec: { restartPolicy: 'Always' } }),
  pod('runs'),
  job('runs'),
  job('parallel', { job: { parallelism: 3, completions: 3 } }),
  job('partly', { job: { parallelism: 2, completions: 2 }, ...cards('mig-small', '5') }),
  pod('done', shell('exit 0')),
  job('done', shell('exit 0')),
  pod('fails', shell('exit 3')),
  job('fails', shell('exit 3')),
  pod('memory', wish('end', 'OOMKilled')),
  job('memory', wish('end', 'OOMKilled')),
  pod('evicted', wish('end', 'Evicted')),
  pod('deadline', { spec: { activeDeadlineSeconds: 1 } }),
  job('deadline', { job: { activeDeadlineSeconds: 2 } }),
]

async function make(object: object): Promise<void> {
  const { exitCode, stderr } = await cluster.kubectl(['create', '-f', '-'], { input: JSON.stringify(object) })
  if (exitCode !== 0) throw new Error(stderr)
}

async function runningPods(owner: string): Promise<number> {
  const args = ['get', 'pods', '-l', `job-name=${owner}`, '--field-selector=status.phase=Running', '-o', 'name']
  return (await cluster.kubectl(args)).stdout.split('\n').filter((line) => line !== '').length
}

async function phaseOf(disk: string): Promise<string> {
  return (await cluster.kubectl(['get', `pvc/${disk}`, '-o', 'jsonpath={.status.phase}'])).stdout
}

test.each(recorded)('%s', { timeout: 90_000 }, async (key, expected) => {
  let objects: readonly LiveObject[] = []
  const look = async () => {
    objects = await readProgress(connection)
    return settled(progressOf(sceneOf(objects), key, known))
  }
  await expect.poll(look, { timeout: 60_000, interval: 300 }).toEqual(expected)
  if (process.env['UPDATE'] === '1') record(key, objects)
})

test('the run of a machine that went dark', async () => {
  const machine = (await cluster.kubectl(['get', 'pod/runs', '-o', 'jsonpath={.spec.nodeName}'])).stdout
  await cluster.kubectl(['label', 'node', machine, 'nautilus.test/kubelet-'])
  const why = { code: 'machine-lost', args: { machine } }
  await expect.poll(progressOfRuns, { timeout: 60_000 }).toEqual({ is: 'queued', why })
  await cluster.kubectl(['label', 'node', machine, 'nautilus.test/kubelet=on'])
})

async function progressOfRuns(): Promise<Progress> {
  return progressOf(sceneOf(await readProgress(connection)), 'Pod/runs', known)
}

/** What is about this run, without what nobody reads. */
function record(key: Key, objects: readonly LiveObject[]): void {
  const name = nameIn(key)
  const uids = new Set(objects.filter((object) => isAbout(object, key, name)).map(({ uid }) => uid))
  const about = objects.filter(
    ({ uid, manifest }) => uids.has(uid) || uids.has(textAt(manifest, 'involvedObject', 'uid') ?? ''),
  )
  const folder = join(import.meta.dirname, '..', '..', 'scripts', 'pending', 'recorded')
  mkdirSync(folder, { recursive: true })
  const file = `${key.replace('/', '-').toLowerCase()}.json`
  writeFileSync(
    join(folder, file),
    `${JSON.stringify(
      about.map(({ manifest }) => slim(manifest)),
      null,
      2,
    )}\n`,
  )
}

/** The run, its pods, and the disk that is called like it. */
function isAbout(object: LiveObject, key: Key, name: string): boolean {
  const owners = itemsAt(object.manifest, 'metadata', 'ownerReferences').map((owner) => textAt(owner, 'name'))
  const isPodOf = kindIn(key) === 'Job' && kindIn(object.key) === 'Pod' && owners.includes(name)
  return object.key === key || isPodOf || object.key === `PersistentVolumeClaim/${name}`
}

function slim({ metadata, spec, status, ...rest }: JsonObject): JsonObject {
  return {
    ...only(rest, eventRead),
    metadata: only(metadata, metadataRead),
    ...(isObject(spec) && { spec: only(spec, specRead) }),
    ...(isObject(status) && { status: without(status, /IP|qos|lastProbe|uncounted/) }),
  }
}

const eventRead = ['kind', 'reason', 'message', 'lastTimestamp', 'eventTime', 'series', 'involvedObject']
const metadataRead = ['name', 'uid', 'ownerReferences', 'creationTimestamp', 'deletionTimestamp']
const specRead = ['nodeName', 'schedulingGates', 'volumes', 'parallelism', 'completions', 'suspend', 'storageClassName']

function without(value: JsonObject, names: RegExp): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.test(name)))
}

function only(value: Json | undefined, names: readonly string[]): JsonObject {
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter(([name]) => names.includes(name)))
}
