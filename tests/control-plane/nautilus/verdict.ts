import type { Cluster } from '../cluster.ts'
import { collectionOf } from '../collection.ts'
import type { KubernetesObject } from './index.ts'

/** What the server says to a member's object: `created` and its warnings, or why not. Nothing is kept. */
export async function verdict(
  cluster: Cluster,
  object: KubernetesObject,
  namespace = cluster.namespace,
): Promise<string> {
  const ask = cluster.as(namespace === cluster.namespace ? 'member' : 'admin')
  const path = `${collectionOf(object, namespace)}?dryRun=All`
  const { status, message, warnings } = await ask({ method: 'POST', path, body: object })
  return status === 201 ? ['created', ...warnings].join('; ') : message
}
