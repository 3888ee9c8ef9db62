import type { Container, PodSpec } from 'kubernetes-types/core/v1.js'

/** Every container of a pod, also those that come before, with its place. */
export function containersIn(spec: PodSpec): readonly [container: Container, list: string, index: number][] {
  const list = (name: 'initContainers' | 'containers') =>
    (spec[name] ?? []).map((container, index): [Container, string, number] => [container, name, index])
  return [...list('initContainers'), ...list('containers')]
}
