import type { Ask } from '../model/ask.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import { keyOf, kindIn } from '../model/object-key.ts'
import { fieldManager } from '../model/owned.ts'
import { listPath, objectPath } from './collections.ts'
import type { Request } from './http.ts'

/** The one request that carries out an ask in a namespace (`apply.md` 4, "Make", "Change", "Delete"). */
export function requestOf(ask: Ask, namespace: string): Request {
  const request = requests[ask.do] as (ask: Ask, namespace: string) => Request
  return request(ask, namespace)
}

type Doing<D extends Ask['do']> = Extract<Ask, { readonly do: D }>

const requests: { readonly [D in Ask['do']]: (ask: Doing<D>, namespace: string) => Request } = {
  create: ({ manifest, dryRun }, namespace) => post(manifest, namespace, dryRun),
  'apply-new': (ask, namespace) => apply(ask, { resourceVersion: '1' }, namespace),
  apply: (ask, namespace) => apply(ask, { uid: ask.uid }, namespace),
  patch: merge,
  delete: (ask, namespace) => ({ method: 'DELETE', path: objectPath(ask.key, namespace), body: deletion(ask) }),
  get: ({ key }, namespace) => ({ method: 'GET', path: objectPath(key, namespace) }),
  remember: (ask, namespace) => (ask.version === undefined ? post : put)(memory(ask), namespace),
}

function post(manifest: Manifest, namespace: string, dryRun?: true): Request {
  const query = { fieldManager, fieldValidation: 'Strict', ...dry(dryRun) }
  return { method: 'POST', path: listPath(kindIn(keyOf(manifest)), namespace), query, body: manifest }
}

function put(manifest: Manifest, namespace: string): Request {
  const query = { fieldManager, fieldValidation: 'Strict' }
  return { method: 'PUT', path: objectPath(keyOf(manifest), namespace), query, body: manifest }
}

/** Server-side apply: `condition` is what must hold of the live object for anything to happen. */
function apply(ask: Doing<'apply' | 'apply-new'>, condition: JsonObject, namespace: string): Request {
  const force = ask.do === 'apply' && ask.force ? { force: 'true' } : {}
  return {
    method: 'PATCH',
    path: objectPath(keyOf(ask.manifest), namespace),
    query: { fieldManager, fieldValidation: 'Strict', ...force, ...dry(ask.dryRun) },
    type: 'application/apply-patch+yaml',
    body: withMetadata(ask.manifest, condition),
  }
}

function merge(ask: Doing<'patch'>, namespace: string): Request {
  return {
    method: 'PATCH',
    path: objectPath(ask.key, namespace),
    query: { fieldManager, fieldValidation: 'Strict', ...dry(ask.dryRun) },
    type: 'application/merge-patch+json',
    body: withMetadata(ask.patch, { uid: ask.uid }),
  }
}

/** Without `Foreground`, a deleted Job leaves its pods behind with their GPUs (`apply.md` 4). */
function deletion({ uid, version }: Doing<'delete'>): JsonObject {
  const preconditions = { uid, ...(version !== undefined && { resourceVersion: version }) }
  return { apiVersion: 'v1', kind: 'DeleteOptions', propagationPolicy: 'Foreground', preconditions }
}

function memory({ name, text, version }: Doing<'remember'>): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...(version !== undefined && { resourceVersion: version }) },
    data: { inventory: text },
  }
}

function withMetadata(manifest: Manifest, more: JsonObject): Manifest {
  const { metadata } = manifest
  return { ...manifest, metadata: { ...(isObject(metadata) ? metadata : {}), ...more } }
}

function dry(dryRun: true | undefined): Readonly<Record<string, string>> {
  return dryRun ? { dryRun: 'All' } : {}
}
