import type { Fault } from '../../model/finding.ts'
import type { Day, Lab } from '../../model/lab.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Request } from '../../model/request.ts'
import type { PodContainer, PodTemplate } from '../../model/workload.ts'
import type { GpuCatalogue } from './readings/gpu-catalogue.ts'
import type { EmptyDir } from './readings/empty-dirs.ts'
import type { GpuChoice } from './readings/gpu-choice.ts'
import type { GpuAsk } from './readings/gpus.ts'

/** One manifest, read once for all rules. It passed the schema; that a template made it proves nothing. */
export interface Subject {
  readonly manifest: Manifest
  readonly kind: string
  /** The pod that it makes, if it makes any, and all containers of that pod. */
  readonly pod: PodTemplate | undefined
  readonly containers: readonly PodContainer[]
  /** Every GPU resource that they ask for, in their order; limits before requests. */
  readonly gpuAsks: readonly GpuAsk[]
  readonly gpuChoice: GpuChoice
  readonly emptyDirs: readonly EmptyDir[]
}

/** What a rule may know besides the manifest: the lab as the base branch has it, whose request this is, and the day. */
export interface RuleContext {
  readonly lab: Lab
  readonly catalogue: GpuCatalogue
  readonly request: Request
  /** What the owner's object names begin with. */
  readonly prefix: string
  readonly today: Day
}

/** One law: it names what breaks it, and nothing else. A rule never imports another rule. */
export type Rule = (subject: Subject, context: RuleContext) => readonly Fault[]
