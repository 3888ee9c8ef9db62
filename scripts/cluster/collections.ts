import { type Key, kindIn, nameIn } from '../model/object-key.ts'

interface Collection {
  readonly apiVersion: string
  readonly plural: string
}

/** Where the server keeps each kind that apply reads or writes. */
const collections: ReadonlyMap<string, Collection> = new Map([
  ['ConfigMap', { apiVersion: 'v1', plural: 'configmaps' }],
  ['PersistentVolumeClaim', { apiVersion: 'v1', plural: 'persistentvolumeclaims' }],
  ['Pod', { apiVersion: 'v1', plural: 'pods' }],
  ['Service', { apiVersion: 'v1', plural: 'services' }],
  ['Event', { apiVersion: 'v1', plural: 'events' }],
  ['Job', { apiVersion: 'batch/v1', plural: 'jobs' }],
  ['Deployment', { apiVersion: 'apps/v1', plural: 'deployments' }],
  ['Ingress', { apiVersion: 'networking.k8s.io/v1', plural: 'ingresses' }],
])

/** Throws for a kind that apply does not know: that is ours to repair. */
export function collectionOf(kind: string): Collection {
  const collection = collections.get(kind)
  if (collection === undefined) throw new Error(`apply does not know where ${kind} objects are kept`)
  return collection
}

/** `/apis/batch/v1/namespaces/uci-datalab/jobs` */
export function listPath(kind: string, namespace: string): string {
  const { apiVersion, plural } = collectionOf(kind)
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`
  return `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`
}

export function objectPath(key: Key, namespace: string): string {
  return `${listPath(kindIn(key), namespace)}/${encodeURIComponent(nameIn(key))}`
}
