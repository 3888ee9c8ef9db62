/** What a kube-apiserver says outside decoding and validation, its plugins above all: the sentence, and the place that it means. */
const sentences: readonly (readonly [RegExp, readonly string[]])[] = [
  [/the integer value of priority .* must not be provided in pod spec/, ['spec.priority']],
  [/the string value of PreemptionPolicy .* must not be provided in pod spec/, ['spec.preemptionPolicy']],
  [/Pod Overhead set without corresponding RuntimeClass defined Overhead/, ['spec.overhead']],
  [/a mirror pod may not/, ['metadata.annotations[kubernetes.io/config.mirror]']],
  [/error looking up service account/, ['spec.serviceAccountName']],
  [/resource name may not be empty|invalid resource name/, ['spec.runtimeClassName']],
  [/failed to allocate requested HealthCheck NodePort/, ['spec.healthCheckNodePort']],
  [/resourceVersion should not be set on objects to be created/, ['metadata.resourceVersion']],
  [/the namespace of the provided object does not match/, ['metadata.namespace']],
  [/name or generateName is required/, ['metadata.name']],
]

export function admissionPlace(message: string): readonly string[] | undefined {
  return sentences.find(([sentence]) => sentence.test(message))?.[1]
}
