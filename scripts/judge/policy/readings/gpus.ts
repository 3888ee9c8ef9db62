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
  const asks: GpuAsk[] = []
  for (const { container, path } of containers) {
    for (const { resource, where } of resourceNames(container)) {
      const isAsked = catalogue.byResource.has(resource) && most(container, resource) > 0
      if (isAsked) asks.push({ resource, path: [...path, 'resources', where, resource] })
    }
  }
  return asks
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
  const [limits, requests] = [resources?.limits ?? {}, resources?.requests ?? {}]
  const names: { resource: string; where: 'limits' | 'requests' }[] = []
  for (const resource in limits) names.push({ resource, where: 'limits' })
  for (const resource in requests) if (!Object.hasOwn(limits, resource)) names.push({ resource, where: 'requests' })
  return names
}
