import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { JsonObject } from '../../../scripts/model/json.ts'
import type { Draw } from '../draw.ts'
import { makeValue } from './make-value.ts'
import { definitionShape } from './schema.ts'

/** The kinds that the lab knows, and the version under which the server takes each. */
export const versions = {
  Pod: 'v1',
  Job: 'batch/v1',
  Deployment: 'apps/v1',
  PersistentVolumeClaim: 'v1',
  ConfigMap: 'v1',
  Service: 'v1',
  Ingress: 'networking.k8s.io/v1',
} as const

export type Kind = keyof typeof versions
export const kinds = Object.keys(versions) as readonly Kind[]

/** From hardly more than what must be there to hardly less than what may. */
const richnesses = [0.05, 0.15, 0.3, 0.5, 0.7]

/** A manifest that nothing is wrong with, as any kube-apiserver of the release takes it. */
export function makeManifest(kind: Kind, draw: Draw): Manifest {
  const made = makeValue(definitionShape(kind), { draw, richness: draw.pick(richnesses) }) as JsonObject
  return { ...made, apiVersion: versions[kind], kind }
}
