import type { Lab } from '../../scripts/model/lab.ts'

/** How the small Nautilus behaves. Times in seconds. */
export interface ClusterOptions {
  readonly lab: Lab
  /** From a pod's arrival on a machine until its images are there. */
  readonly pull: number
  /** From a delete until a container has ended, if its grace period allows so much. */
  readonly stop: number
  /** Until a container whose command ends in `exit <code>` does so. */
  readonly run: number
  /** Until a Job's pod succeeds by itself; without it, only when its command or an annotation says so. */
  readonly jobs?: number
  /** What an hour takes, for ends that machines and Nautilus watch over: a pod's deadline, the six hours of bare pods, the days of Deployments. */
  readonly hour: number
  /** How long the pods of a machine that went dark stay on it. */
  readonly patience: number
}
