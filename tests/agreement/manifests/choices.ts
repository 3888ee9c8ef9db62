import type { Draw } from '../draw.ts'
import { neverMade } from './never-made.ts'
import { definitionShape } from './schema.ts'

interface Choice {
  readonly of: readonly string[]
  /** How often none is taken, of 1. */
  readonly none: number
}

const one = (...of: readonly string[]): Choice => ({ of, none: 0 })
const atMostOne = (none: number, ...of: readonly string[]): Choice => ({ of, none })

const originsOfVolumes = Object.keys(definitionShape('Volume').schema.properties ?? {}).filter(
  (field) => field !== 'name' && !neverMade.has(`Volume.${field}`),
)

/** Fields of which an object has one, by definition. */
const choices: Readonly<Record<string, Choice>> = {
  EnvVar: atMostOne(0.1, 'value', 'valueFrom'),
  EnvVarSource: one('configMapKeyRef', 'fieldRef', 'resourceFieldRef', 'secretKeyRef'),
  EnvFromSource: one('configMapRef', 'secretRef'),
  DownwardAPIVolumeFile: one('fieldRef', 'resourceFieldRef'),
  Probe: one('exec', 'httpGet', 'tcpSocket', 'grpc'),
  LifecycleHandler: one('exec', 'httpGet', 'tcpSocket', 'sleep'),
  VolumeMount: atMostOne(0.6, 'subPath', 'subPathExpr'),
  VolumeProjection: one('secret', 'configMap', 'downwardAPI', 'serviceAccountToken'),
  FlockerVolumeSource: one('datasetName', 'datasetUUID'),
  FCVolumeSource: one('targetWWNs', 'wwids'),
  PodFailurePolicyRule: one('onExitCodes', 'onPodConditions'),
  IngressBackend: one('service', 'resource'),
  ServiceBackendPort: one('name', 'number'),
  Volume: atMostOne(0.05, ...originsOfVolumes),
}

/** The fields of this definition that this object does not have, because it has another. */
export function leftOut(definition: string, draw: Draw): readonly string[] {
  const choice = choices[definition]
  if (choice === undefined) return []
  const taken = draw.chance(choice.none) ? undefined : draw.pick(choice.of)
  return choice.of.filter((field) => field !== taken)
}

/** Whether this field, if it was not left out, must be there. */
export function isChosen(definition: string, field: string): boolean {
  return choices[definition]?.of.includes(field) ?? false
}
