import type { PodSpec, Volume } from 'kubernetes-types/core/v1.js'
import type { ObjectMeta } from 'kubernetes-types/meta/v1.js'

/** What rules inside a pod must know of the pod. */
export interface Around {
  /** A pod by itself, or the pods that a workload will make. */
  readonly kind: 'pod' | 'template'
  readonly meta: ObjectMeta
  readonly spec: PodSpec
  readonly volumes: ReadonlyMap<string, Volume>
}

/** Seconds a pod gets to end; of a pod by itself at least one. Source: pkg/apis/core/v1 `SetDefaults_PodSpec`, `Convert_v1_Pod_To_core_Pod`. */
export function graceOf({ kind, spec: { terminationGracePeriodSeconds: seconds = 30 } }: Around): number {
  return kind === 'pod' && seconds < 0 ? 1 : seconds
}

/** Source: pkg/apis/core/v1 `SetDefaults_PodSpec`. */
export const restartPolicyOf = (spec: PodSpec): string => spec.restartPolicy || 'Always'
