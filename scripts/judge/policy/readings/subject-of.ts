import { kindOf, type Manifest } from '../../../model/manifest.ts'
import { containersOf, podTemplateOf } from '../../../model/workload.ts'
import type { Subject } from '../rule.ts'
import { emptyDirs } from './empty-dirs.ts'
import type { GpuCatalogue } from './gpu-catalogue.ts'
import { gpuChoice } from './gpu-choice.ts'
import { gpuAsks } from './gpus.ts'

export function subjectOf(manifest: Manifest, catalogue: GpuCatalogue): Subject {
  const pod = podTemplateOf(manifest)
  const containers = pod === undefined ? [] : containersOf(pod)
  return {
    manifest,
    kind: kindOf(manifest),
    pod,
    containers,
    gpuAsks: gpuAsks(containers, catalogue),
    gpuChoice: pod === undefined ? { named: [], any: true } : gpuChoice(pod),
    emptyDirs: pod === undefined ? [] : emptyDirs(pod),
  }
}
