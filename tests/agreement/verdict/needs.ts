import type { JsonObject } from '../../../scripts/model/json.ts'

/** Something that the server looks for before it judges. */
export interface Need {
  /** Where it is made. */
  readonly collection: string
  readonly object: JsonObject
  /** The place in a pod that names it. */
  readonly path: string
}

/** What must be made, because the server did not judge for want of it: a class, an account, a namespace. */
export function needOf(message: string): Need | undefined {
  return needs
    .map(([sentence, need]) => sentence.exec(message)?.slice(1).map(need)[0])
    .find((need) => need !== undefined)
}

const account = (text: string): Need => {
  const [namespace = '', name = ''] = text.split('/')
  return {
    collection: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts`,
    object: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } },
    path: 'spec.serviceAccountName',
  }
}

const namespace = (name: string): Need => ({
  collection: '/api/v1/namespaces',
  object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
  path: 'metadata.namespace',
})

const priority = (name: string): Need => ({
  collection: '/apis/scheduling.k8s.io/v1/priorityclasses',
  object: {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value: 1000,
    preemptionPolicy: 'Never',
  },
  path: 'spec.priorityClassName',
})

const runtime = (name: string): Need => ({
  collection: '/apis/node.k8s.io/v1/runtimeclasses',
  object: { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', metadata: { name }, handler: 'any' },
  path: 'spec.runtimeClassName',
})

/** The server's sentences; the first group is the name. */
const needs: readonly (readonly [RegExp, (name: string) => Need])[] = [
  [/no PriorityClass with name (.*) was found/s, priority],
  [/RuntimeClass "(.*)" not found/s, runtime],
  [/error looking up service account (.*): serviceaccount/s, account],
  [/^namespaces "(.*)" not found/s, namespace],
]
