import type { Container, PodSpec } from 'kubernetes-types/core/v1.js'
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'
import { isObject, type Json, type Path } from './json.ts'
import { kindOf, type Manifest } from './manifest.ts'

/** The pod that a workload makes, and where it stands in the manifest. Only for manifests that passed the schema. */
export interface PodTemplate {
  readonly spec: PodSpec
  readonly metadata: ObjectMeta
  /** The path of the object that holds `spec` and `metadata`: `[]` for a Pod, `['spec', 'template']` for a Job. */
  readonly path: Path
}

/** `init` ends before the others start; `sidecar` is an init container with `restartPolicy: Always` and stays. */
export interface PodContainer {
  readonly container: Container
  readonly role: 'main' | 'init' | 'sidecar'
  readonly path: Path
}

const templatePaths: ReadonlyMap<string, Path> = new Map([
  ['Pod', []],
  ['Job', ['spec', 'template']],
  ['Deployment', ['spec', 'template']],
])

export function podTemplateOf(manifest: Manifest): PodTemplate | undefined {
  const path = templatePaths.get(kindOf(manifest))
  const template = path?.reduce<Json | undefined>((at, key) => (isObject(at) ? at[key] : undefined), manifest)
  if (path === undefined || !isObject(template) || !isObject(template['spec'])) return undefined
  return { spec: template['spec'] as unknown as PodSpec, metadata: (template['metadata'] ?? {}) as ObjectMeta, path }
}

export function containersOf(pod: PodTemplate): readonly PodContainer[] {
  const init = (pod.spec.initContainers ?? []).map((container, index): PodContainer => ({
    container,
    role: 'restartPolicy' in container && container.restartPolicy === 'Always' ? 'sidecar' : 'init',
    path: [...pod.path, 'spec', 'initContainers', index],
  }))
  const main = (pod.spec.containers ?? []).map((container, index): PodContainer => ({
    container,
    role: 'main',
    path: [...pod.path, 'spec', 'containers', index],
  }))
  return [...init, ...main]
}
