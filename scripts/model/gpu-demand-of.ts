import { at } from './at.ts'
import { demandOf } from './demand-of.ts'
import { kindOf, type Manifest } from './manifest.ts'
import type { GpuDemand } from './memory.ts'
import { podSpecPath } from './pod-spec-path.ts'

export const noGpus: GpuDemand = { gpus: 0, byResource: {} }

/** What an object can hold at once, in GPUs; nothing for kinds that make no pods. */
export function gpuDemandOf(manifest: Manifest): GpuDemand {
  const path = podSpecPath(kindOf(manifest))
  if (path === undefined) return noGpus
  const { gpus, byResource } = demandOf(manifest, at(manifest, ...path))
  return { gpus, byResource }
}
