import { text } from '../../scripts/cluster/text.ts'
import { isObject, type JsonObject } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import type { Answer } from '../../scripts/model/ask.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import { claim as aClaim, job as aJob, pod as aPod } from '../control-plane/objects.ts'

/** A pod that goes nowhere before its gate is opened. */
export function closedPod(name: string, resources: Readonly<Record<string, string>> = {}): Manifest {
  return plain(aPod(name, { resources, spec: { schedulingGates: [{ name: 'lab/launch' }] } }))
}

export function closedJob(name: string): Manifest {
  return plain(aJob(name, { job: { suspend: true } }))
}

export function disk(name: string, storageClass = 'rook-ceph-block'): Manifest {
  return plain(aClaim(name, storageClass))
}

export function configMap(name: string, data: JsonObject = { a: '1' }): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }
}

export function plain(object: object): Manifest {
  return JSON.parse(JSON.stringify(object)) as Manifest
}

export function key(kind: string, name: string): Key {
  return `${kind}/${name}`
}

/** Of an answer that must be `done`. */
export function uidOf(answer: Answer): string {
  return text(metadataOf(answer)['uid'])
}

export function versionOf(answer: Answer): string {
  return text(metadataOf(answer)['resourceVersion'])
}

function metadataOf(answer: Answer): JsonObject {
  if (answer.said !== 'done') throw new Error(`the server said ${JSON.stringify(answer)}`)
  return isObject(answer.object['metadata']) ? answer.object['metadata'] : {}
}
