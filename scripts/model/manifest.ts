import type { JsonObject } from './json.ts'
import { isObject } from './json.ts'

/** A Kubernetes object as plain data, of any shape: only what passed the schema may be read as a typed object. */
export type Manifest = JsonObject

/** `Pod/alice-dev`: kind and name are an object's identity; the namespace is the lab's. */
export function objectId(manifest: Manifest): string {
  return `${kindOf(manifest)}/${nameOf(manifest)}`
}

export function nameOf(manifest: Manifest): string {
  return isObject(manifest['metadata']) ? textOf(manifest['metadata']['name']) : '?'
}

/** One label or annotation, `undefined` where it is missing or not a text. */
export function markOf(manifest: Manifest, where: 'labels' | 'annotations', key: string): string | undefined {
  const metadata = manifest['metadata']
  const marks = isObject(metadata) ? metadata[where] : undefined
  const value = isObject(marks) && Object.hasOwn(marks, key) ? marks[key] : undefined
  return typeof value === 'string' ? value : undefined
}

export function kindOf(manifest: Manifest): string {
  return textOf(manifest['kind'])
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '?'
}
