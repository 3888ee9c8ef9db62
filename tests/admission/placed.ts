import type { Manifest } from '../../scripts/model/manifest.ts'
import { collectionOf } from '../control-plane/collection.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import { until } from '../control-plane/until.ts'
import type { Judged } from './judged.ts'

/** What the small Nautilus did with a request that passed. */
export type Reception =
  | { readonly refusal: string }
  /** For each pod: the product on its machine, and the cards it holds there by resource name. */
  | { readonly pods: readonly { readonly product: string; readonly cards: Readonly<Record<string, number>> }[] }

interface Pod {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly nodeName?: string
    readonly containers: readonly { readonly resources: { readonly limits: Readonly<Record<string, string>> } }[]
  }
}

/** Makes all objects of a request, waits until its pods have machines, and takes everything away again. */
export async function received(cluster: Cluster, { member, manifests }: Judged): Promise<Reception> {
  const ask = cluster.as('lab-apply')
  const ordered = manifests.toSorted((a, b) => rank(a) - rank(b))
  try {
    for (const manifest of ordered) {
      const made = await ask({ method: 'POST', path: pathOf(cluster, manifest), body: manifest })
      if (made.status !== 201) return { refusal: made.message }
    }
    return {
      pods: await Promise.all((await placedPods(cluster, member, ordered)).map((pod) => standing(cluster, pod))),
    }
  } finally {
    await takeAway(cluster, member, ordered)
  }
}

/** Disks first. */
function rank({ kind }: Manifest): number {
  return kind === 'PersistentVolumeClaim' ? 0 : 1
}

function pathOf(cluster: Cluster, manifest: Manifest): string {
  return collectionOf(manifest, cluster.namespace)
}

function placedPods(cluster: Cluster, member: string, manifests: readonly Manifest[]): Promise<readonly Pod[]> {
  const wanted = podsOf(manifests)
  return until(`${member}: ${wanted} pods have machines`, async () => {
    const pods = await podsOfMember(cluster, member)
    const placed = pods.filter(({ spec }) => spec.nodeName !== undefined)
    return placed.length >= wanted ? placed : undefined
  })
}

function podsOf(manifests: readonly Manifest[]): number {
  const run = manifests.find(({ kind }) => kind === 'Job')
  return (run?.['spec'] as { parallelism?: number } | undefined)?.parallelism ?? 1
}

async function podsOfMember(cluster: Cluster, member: string): Promise<readonly Pod[]> {
  const selector = encodeURIComponent(`lab/owner=${member}`)
  const path = `/api/v1/namespaces/${cluster.namespace}/pods?labelSelector=${selector}`
  const { body } = await cluster.as('lab-apply')({ method: 'GET', path })
  return body['items'] as unknown as readonly Pod[]
}

async function standing(cluster: Cluster, { spec }: Pod) {
  const { body } = await cluster.as('admin')({ method: 'GET', path: `/api/v1/nodes/${spec.nodeName}` })
  const { labels = {} } = body['metadata'] as { labels?: Readonly<Record<string, string>> }
  const limits = spec.containers.flatMap(({ resources }) => Object.entries(resources.limits))
  const cards = limits.filter(([name]) => name.startsWith('nvidia.com/'))
  return {
    product: labels['nvidia.com/gpu.product'] ?? '',
    cards: Object.fromEntries(cards.map(([name, count]) => [name, Number(count)])),
  }
}

async function takeAway(cluster: Cluster, member: string, manifests: readonly Manifest[]): Promise<void> {
  const ask = cluster.as('admin')
  for (const manifest of manifests.toReversed()) {
    const { name } = manifest['metadata'] as { name: string }
    await ask({
      method: 'DELETE',
      path: `${pathOf(cluster, manifest)}/${name}`,
      body: { propagationPolicy: 'Foreground', gracePeriodSeconds: 0 },
    })
  }
  await until(`${member}'s pods are gone`, async () =>
    (await podsOfMember(cluster, member)).length === 0 ? true : undefined,
  )
}
