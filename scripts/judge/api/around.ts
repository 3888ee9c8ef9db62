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

/** Seconds a pod gets to end. Source: pkg/apis/core/v1 `SetDefaults_PodSpec`. */
export const graceOf = (spec: PodSpec): number => spec.terminationGracePeriodSeconds ?? 30

/** Source: pkg/apis/core/v1 `SetDefaults_PodSpec`. */
export const restartPolicyOf = (spec: PodSpec): string => spec.restartPolicy || 'Always'
