import type { Pod, PodSpec } from 'kubernetes-types/core/v1.js'
import { isObject, type Json } from '../../model/json.ts'
import { below } from './at.ts'
import { all, isEmpty, join, none, refuse, refuseByLab, type Check, type Faults } from './check.ts'

/** What the cluster knows and `kubernetes-types` does not. */
interface Newer {
  readonly overhead?: Readonly<Record<string, string>>
}

const usualPolicy = 'PreemptLowerPriority'

/**
 * A pod's priority, and whom it may push aside, follow from its class: what is written must be the very same, and only the cluster knows what that is.
 * Without a class it is 0, and the usual. Source: plugin/pkg/admission/priority `admitPod`.
 */
const rank: Check<PodSpec> = ({ priority, preemptionPolicy, priorityClassName }, at) => {
  const classed = !isEmpty(priorityClassName)
  const judge = (field: string, usual: boolean): Faults => {
    const place = below(at, field)
    if (classed) return refuseByLab('class-decides', { field }, place)
    return usual ? none : refuse('field-forbidden', { field, because: 'set-by-class' }, place)
  }
  return join(
    priority === undefined ? none : judge('priority', priority === 0),
    preemptionPolicy === undefined ? none : judge('preemptionPolicy', preemptionPolicy === usualPolicy),
  )
}

/** What a pod costs beyond its containers follows from its runtime. Source: plugin/pkg/admission/runtimeclass `setOverhead`. */
const overhead: Check<PodSpec & Newer> = (spec, at) =>
  spec.overhead === undefined
    ? none
    : refuse('field-forbidden', { field: 'overhead', because: 'set-by-class' }, below(at, 'overhead'))

const mirror = 'kubernetes.io/config.mirror'

/** A pod that a machine started by itself. Source: plugin/pkg/admission/serviceaccount `Validate`. */
const mirrored: Check<Pod> = ({ metadata, spec }, at) =>
  Object.hasOwn(metadata?.annotations ?? {}, mirror) && usesSecrets((spec ?? {}) as Json)
    ? refuse('contradiction', { rule: 'mirror-with-secrets' }, below(at, 'metadata', 'annotations', mirror))
    : none

const namesOfSecrets = new Set(['secretRef', 'secretKeyRef', 'nodePublishSecretRef', 'imagePullSecrets', 'secret'])
const namedDirectly = new Set(['secretName', 'serviceAccount', 'serviceAccountName'])

function usesSecrets(value: Json): boolean {
  if (Array.isArray(value)) return value.some(usesSecrets)
  if (!isObject(value)) return false
  return Object.entries(value).some(([key, inner]) => {
    if (key === 'serviceAccountToken' || (namedDirectly.has(key) && inner !== '')) return true
    return (namesOfSecrets.has(key) && isNamed(inner)) || usesSecrets(inner)
  })
}

const isNamed = (reference: Json): boolean =>
  Array.isArray(reference) ? reference.some(isNamed) : isObject(reference) && !isEmpty(reference['name'])

const judged = all<PodSpec>(rank, overhead)

/** What plugins that every server has refuse about a pod by itself, before it is validated. */
export const admitted: Check<Pod> = (pod, at, around) =>
  join(judged(pod.spec ?? { containers: [] }, below(at, 'spec'), around), mirrored(pod, at, around))
