import { isObject } from '../../../scripts/model/json.ts'
import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { Client } from '../../control-plane/client.ts'
import { verdictOf } from './answer.ts'
import { collection, type Server } from './server.ts'

/** A namespace in which controllers can make no pods, whatever a Job or Deployment asks for. */
const barren = 'agreement-barren'

/**
 * Makes an object and deletes it again. A dry run does not see all: it writes nothing, so it looks neither at `resourceVersion` nor at some ports of
 * Services. Only for what a dry run took, and one at a time, for two Services cannot have the same port.
 */
export async function forReal(ask: Client): Promise<Server> {
  await ask({ method: 'POST', path: '/api/v1/namespaces', body: object('Namespace', barren) })
  const quota = { ...object('ResourceQuota', 'no-pods'), spec: { hard: { pods: '0' } } }
  await ask({ method: 'POST', path: `/api/v1/namespaces/${barren}/resourcequotas`, body: quota })
  return async (manifest, kind) => {
    const placed = kind === 'Pod' ? manifest : inBarren(manifest)
    const path = collection(placed, kind)
    const answer = await ask({ method: 'POST', path: `${path}?fieldValidation=Strict`, body: placed })
    const { name } = (isObject(answer.body['metadata']) ? answer.body['metadata'] : {}) as { readonly name?: string }
    if (answer.status === 201) await remove(ask, `${path}/${name}`)
    return verdictOf(answer)
  }
}

/** At once, whoever wanted to be asked before. */
async function remove(ask: Client, path: string): Promise<void> {
  const type = 'application/merge-patch+json'
  await ask({ method: 'PATCH', path, type, body: { metadata: { finalizers: null } } })
  await ask({ method: 'DELETE', path: `${path}?gracePeriodSeconds=0&propagationPolicy=Background` })
}

function object(kind: string, name: string): Manifest {
  return { apiVersion: 'v1', kind, metadata: { name } }
}

function inBarren(manifest: Manifest): Manifest {
  const { metadata } = manifest
  return { ...manifest, metadata: { ...(isObject(metadata) ? metadata : {}), namespace: barren } }
}
