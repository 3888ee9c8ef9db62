import type { JobSpec } from 'kubernetes-types/batch/v1.js'
import lab from '#lab/config'
import { ask, type Ask } from './ask.ts'
import { made } from './made.ts'
import type { Job } from './manifests.ts'
import { labels, meta } from './meta.ts'
import type { JobOptions } from './options.ts'
import { podOf } from './pod.ts'
import { commandOf } from './shell.ts'

/** A Job that ends by itself, at the latest with its hours. */
export interface TrainingJob extends Job {
  spec: JobSpec & { activeDeadlineSeconds: number }
}

const day = 24 * 3600

/** A run that ends by itself: `export default job('train', { gpu: '4xA10', image: 'pytorch', hours: 12, command: 'python train.py' })` */
export function job(name: string, options: JobOptions): TrainingJob {
  const request = ask('job', name, options)
  const { command = 'true', retries = 0 } = request.asked
  return made('job', batchJob(request, commandOf(command), { backoffLimit: retries }), request.faults)
}

/** The Job of every run: `fields` say how often and how many at once. A lost machine is no failure of the run. */
export function batchJob<F extends Partial<JobSpec>>(
  request: Ask,
  command: readonly string[],
  fields: F,
): TrainingJob & { spec: F } {
  const { name, asked } = request
  const priorityClassName = asked.preemptible && lab.rules.priority.preemptible[0]
  const shape = {
    command,
    ...(asked.ports && { ports: asked.ports }),
    fields: { restartPolicy: 'Never', ...(priorityClassName && { priorityClassName }) },
  }
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: meta(name, { run: asked.run ?? 1 }),
    spec: {
      ...fields,
      activeDeadlineSeconds: Math.ceil((asked.hours ?? 1) * 3600),
      podFailurePolicy: {
        rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }],
      },
      ttlSecondsAfterFinished: lab.defaults.keepFinishedDays * day,
      template: { metadata: { labels: labels(name) }, spec: podOf(request, shape) },
    },
  }
}
