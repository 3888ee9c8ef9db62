import type { Fault } from '../../model/finding.ts'
import { kindOf, type Manifest } from '../../model/manifest.ts'
import { root } from './at.ts'
import type { Check } from './check.ts'
import { claim } from './claim.ts'
import { configMap } from './config-map.ts'
import { deployment } from './deployment.ts'
import { ingress } from './ingress.ts'
import { job } from './job.ts'
import { pod } from './pod.ts'
import { service } from './service.ts'

const kinds: ReadonlyMap<string, Check<never>> = new Map<string, Check<never>>([
  ['Pod', pod],
  ['Job', job],
  ['PersistentVolumeClaim', claim],
  ['ConfigMap', configMap],
  ['Service', service],
  ['Deployment', deployment],
  ['Ingress', ingress],
])

/**
 * What the API server would refuse on create, though the shape is right; `manifest` must have passed the schema. Kinds without rules have no faults.
 * Source: Kubernetes 1.33.13, features as they are by default.
 */
export function judgeApi(manifest: Manifest): readonly Fault[] {
  const check = kinds.get(kindOf(manifest))
  return check === undefined ? [] : check(manifest as never, root, undefined)
}
