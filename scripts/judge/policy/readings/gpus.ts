import type { Container } from 'kubernetes-types/core/v1.js'
import type { Path } from '../../../model/json.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { most, podAmount } from './amounts.ts'
import type { GpuCatalogue } from './gpu-catalogue.ts'

/** A GPU resource that a container asks for, and where. */
export interface GpuAsk {
  readonly resource: string
  readonly path: Path
}

/** Every GPU resource that is asked for in containers, in their order; limits before requests. */
export function gpuAsks(containers: readonly PodContainer[], catalogue: GpuCatalogue): readonly GpuAsk[] {
  return containers.flatMap(({ container, path }) =>
    resourceNames(container)
      .filter(({ resource }) => catalogue.byResource.has(resource) && most(container, resource) > 0)
      .map(({ resource, where }) => ({ resource, path: [...path, 'resources', where, resource] })),
  )
}

/** The cards that one pod holds at once, of all kinds together. */
export function gpusOf(containers: readonly PodContainer[], catalogue: GpuCatalogue): number {
  return podAmount(containers, (container) =>
    resourceNames(container)
      .filter(({ resource }) => catalogue.byResource.has(resource))
      .reduce((sum, { resource }) => sum + most(container, resource), 0),
  )
}

/** The names of a container's resources, each once. */
export function resourceNames({ resources }: Container): readonly { resource: string; where: 'limits' | 'requests' }[] {
  const limits = Object.keys(resources?.limits ?? {})
  const requests = Object.keys(resources?.requests ?? {}).filter((name) => !limits.includes(name))
  return [
    ...limits.map((resource) => ({ resource, where: 'limits' as const })),
    ...requests.map((resource) => ({ resource, where: 'requests' as const })),
  ]
}
