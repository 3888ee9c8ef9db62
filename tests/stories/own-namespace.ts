import { rightsManifests } from '../../scripts/cluster/rights.ts'
import { at } from '../../scripts/model/at.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import { collectionOf } from '../control-plane/collection.ts'
import { limitRange, quotas } from '../control-plane/nautilus/namespace.ts'
import { underRules } from '../control-plane/nautilus/names.ts'
import type { KubernetesObject } from '../control-plane/nautilus/index.ts'
import { until } from '../control-plane/until.ts'

interface Rules {
  /** Under the laws, quotas and defaults of Nautilus; else only Kubernetes judges. */
  readonly nautilus: boolean
}

/** A namespace that nobody else is in, where the cluster's `lab-apply` and `lab-storage` have the rights that `lab rights` prints. */
export async function ownNamespace(cluster: Cluster, lab: Lab, { nautilus }: Rules): Promise<void> {
  const { namespace } = lab
  await make(cluster, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, ...(nautilus && { labels: underRules }) },
  })
  const rights = rightsManifests(namespace) as readonly KubernetesObject[]
  const granted = rights.filter(({ kind }) => kind !== 'ServiceAccount').map((right) => forRobotsOf(cluster, right))
  const rules = nautilus ? [...quotas(lab), limitRange(lab)] : []
  await Promise.all([...granted, ...rules].map((object) => make(cluster, object)))
  await Promise.all([hasAccount(cluster, namespace), mayRead(cluster, namespace), areCounted(cluster, namespace)])
}

/** Gives back the machines: what runs in a namespace is taken away at once. The namespace stays, which costs nothing; to delete it does. */
export async function vacate(cluster: Cluster, namespace: string): Promise<void> {
  for (const list of ['apis/apps/v1/deployments', 'apis/batch/v1/jobs', 'api/v1/pods']) {
    const path = `/${list.replace(/\/(?=[^/]*$)/, `/namespaces/${namespace}/`)}`
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Background', gracePeriodSeconds: 0 }
    await cluster.as('admin')({ method: 'DELETE', path, body })
  }
}

/** The identities are those of the lab's own namespace. */
function forRobotsOf({ namespace }: Cluster, right: KubernetesObject): KubernetesObject {
  if (right.kind !== 'RoleBinding') return right
  const name = right.metadata?.name
  return { ...right, subjects: [{ kind: 'ServiceAccount', name, namespace }] } as KubernetesObject
}

async function make(cluster: Cluster, object: KubernetesObject): Promise<void> {
  const { status, message } = await cluster.as('admin')({ method: 'POST', path: collectionOf(object), body: object })
  if (status !== 201) throw new Error(`${object.kind} ${object.metadata?.name}: ${message}`)
}

async function hasAccount(cluster: Cluster, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`
  await until('pods may be made', async () => {
    const { status } = await cluster.as('admin')({ method: 'GET', path })
    return status === 200 || undefined
  })
}

async function mayRead(cluster: Cluster, namespace: string): Promise<void> {
  const lists = { 'lab-apply': 'events', 'lab-storage': 'pods' } as const
  const asked = Object.entries(lists) as readonly (readonly [keyof typeof lists, string])[]
  await Promise.all(
    asked.map(([user, list]) =>
      until(`${user} has its rights`, async () => {
        const { status } = await cluster.as(user)({ method: 'GET', path: `/api/v1/namespaces/${namespace}/${list}` })
        return status === 200 || undefined
      }),
    ),
  )
}

async function areCounted(cluster: Cluster, namespace: string): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}/resourcequotas`
  await until('quotas are counted', async () => {
    const { body } = await cluster.as('admin')({ method: 'GET', path })
    const items = Array.isArray(body['items']) ? body['items'] : []
    return items.every((quota) => at(quota, 'status', 'hard') !== undefined) || undefined
  })
}
