import { readWorld } from '../../scripts/cluster/read-world.ts'
import { rules } from '../../scripts/cluster/rights.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { World } from '../../scripts/model/world.ts'
import { carryOut, type Applied } from '../../scripts/pipeline/apply/carry-out.ts'
import type { PlanOptions } from '../../scripts/plan/index.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import { collectionOf } from '../control-plane/collection.ts'
import type { KubernetesObject } from '../control-plane/nautilus/index.ts'
import { until } from '../control-plane/until.ts'
import { isWrite, named, violationsIn } from '../stories/laws.ts'
import { type Between, type Exchanged, type Line, recorded } from '../stories/recorded.ts'
import { standingOf } from '../stories/standing.ts'
import { before, labOf } from './scenario.ts'

/** Where one scenario is played, with nobody else there. */
export interface Ground {
  readonly cluster: Cluster
  readonly line: Line
  readonly namespace: string
  readonly log: Exchanged[]
}

const group = 'rbac.authorization.k8s.io'
const role = 'lab-apply-on-trial'

/** What CI may, as one role that each new namespace binds. */
export async function makeRole({ as }: Cluster): Promise<void> {
  const body = { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata: { name: role }, rules: rules['lab-apply'] }
  await as('admin')({ method: 'POST', path: collectionOf(body), body })
}

async function grant(cluster: Cluster, namespace: string): Promise<void> {
  await make(cluster, {
    apiVersion: `${group}/v1`,
    kind: 'RoleBinding',
    metadata: { name: role, namespace },
    roleRef: { apiGroup: group, kind: 'ClusterRole', name: role },
    subjects: [{ kind: 'ServiceAccount', name: 'lab-apply', namespace: cluster.namespace }],
  } as KubernetesObject)
  await until(`lab-apply has its rights in ${namespace}`, async () => {
    const path = `/api/v1/namespaces/${namespace}/events`
    return (await cluster.as('lab-apply')({ method: 'GET', path })).status === 200 || undefined
  })
}

/** A namespace where one apply has been, and with something of somebody else, which carries marks that were copied from ours. */
export async function newGround(cluster: Cluster, line: Line, namespace: string): Promise<Ground> {
  await make(cluster, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } })
  await grant(cluster, namespace)
  await until('pods may be made', async () => {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`
    return (await cluster.as('admin')({ method: 'GET', path })).status === 200 || undefined
  })
  const ground = { cluster, line, namespace, log: [] }
  await applyTo(ground, before, { options: { init: true } })
  const annotations = { 'lab/id': namespace, 'lab/key': 'ConfigMap/ann-changed', 'lab/owner': 'ann', 'lab/run': '1' }
  const metadata = { name: 'somebody', namespace, annotations }
  await make(cluster, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { a: '1' } } as KubernetesObject)
  return ground
}

async function make(cluster: Cluster, object: KubernetesObject): Promise<void> {
  const { status, message } = await cluster.as('admin')({ method: 'POST', path: collectionOf(object), body: object })
  if (status !== 201) throw new Error(message)
}

export interface Applying {
  readonly between?: Between
  readonly options?: PlanOptions
  readonly minute?: number
}

export function applyTo(
  ground: Ground,
  desired: Desired,
  { between, options = {}, minute = 0 }: Applying = {},
): Promise<Applied> {
  const { line, namespace, log } = ground
  const connection = recorded(line, 'lab-apply', { namespace, log, sleep: briefly, ...(between && { between }) })
  const now = `2026-11-24T10:${String(minute).padStart(2, '0')}:00Z`
  return carryOut(connection, { desired, lab: labOf(namespace), now, options: { prune: 6, ...options } })
}

/** Nobody here needs a server to be spared. */
function briefly(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(milliseconds, 500)))
}

export function worldOf({ line, namespace }: Ground): Promise<World> {
  return readWorld(recorded(line, 'lab-apply', { namespace, log: [] }))
}

/** What is being deleted is gone. */
export function settled(ground: Ground): Promise<World> {
  return until(`nothing is going in ${ground.namespace}`, async () => {
    const world = await worldOf(ground)
    return world.objects.some(({ deleting }) => deleting) ? undefined : world
  })
}

export interface Verdict {
  readonly violations: readonly string[]
  /** The cluster and its memory in words. */
  readonly standing: readonly string[]
}

/** After whatever happened to the applies before: the laws, one whole apply, the laws again, and one that must not write. */
export async function resumed(ground: Ground, desired: Desired): Promise<Verdict> {
  const total = labOf(ground.namespace).caps.lab.gpus
  const [log, disturbedWorld] = [ground.log, await settled(ground)]
  const violations = [...violationsIn({ log, world: disturbedWorld, total })]
  await applyTo(ground, desired, { minute: 1 })
  const world = await settled(ground)
  violations.push(...violationsIn({ log, world, total }), ...somebodyTouched(disturbedWorld, world))
  const last = log.length
  await applyTo(ground, desired, { minute: 2 })
  const restless = log
    .slice(last)
    .filter(isWrite)
    .map(({ request }) => `I9 a second apply writes nothing: ${named(request)}`)
  return { violations: [...new Set([...violations, ...restless])], standing: standingOf(world) }
}

function somebodyTouched(...worlds: readonly World[]): readonly string[] {
  const versions = worlds.map(({ objects }) => objects.find(({ key }) => key === 'ConfigMap/somebody')?.version)
  const isSame = versions.every((version) => version !== undefined && version === versions[0])
  return isSame ? [] : ['I5 what is not remembered keeps its version: ConfigMap/somebody']
}
