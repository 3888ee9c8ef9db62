import { at, itemsAt, textAt } from './at.ts'
import { kindOf, type Manifest } from './manifest.ts'
import type { Json } from './json.ts'
import type { End, Time } from './memory.ts'

export interface RunEnd {
  readonly end: Extract<End, 'succeeded' | 'failed' | 'deadline'>
  /** Absent where the server does not say. */
  readonly at?: Time
}

/** How a Pod or Job ended; `undefined` while it has not. */
export function runEnd(manifest: Manifest): RunEnd | undefined {
  return kindOf(manifest) === 'Job' ? jobEnd(manifest) : podEnd(manifest)
}

/** Source: core/v1 PodStatus; a deadline shows in `reason`, never in the phase. */
function podEnd(pod: Manifest): RunEnd | undefined {
  const phase = textAt(pod, 'status', 'phase')
  if (phase !== 'Succeeded' && phase !== 'Failed') return undefined
  const finished = itemsAt(pod, 'status', 'containerStatuses').map(
    (status) => textAt(status, 'state', 'terminated', 'finishedAt') ?? '',
  )
  const last = finished.reduce((latest, time) => (time > latest ? time : latest), '')
  const end = phase === 'Succeeded' ? 'succeeded' : isDeadline(at(pod, 'status')) ? 'deadline' : 'failed'
  return { end, ...(last !== '' && { at: last }) }
}

/** Source: batch/v1 JobStatus: over when `Complete` or `Failed` is true. */
function jobEnd(job: Manifest): RunEnd | undefined {
  const conditions = itemsAt(job, 'status', 'conditions').filter((condition) => textAt(condition, 'status') === 'True')
  const over = conditions.find((condition) => ['Complete', 'Failed'].includes(textAt(condition, 'type') ?? ''))
  if (over === undefined) return undefined
  const end = textAt(over, 'type') === 'Complete' ? 'succeeded' : isDeadline(over) ? 'deadline' : 'failed'
  const time = textAt(job, 'status', 'completionTime') ?? textAt(over, 'lastTransitionTime')
  return { end, ...(time !== undefined && { at: time }) }
}

function isDeadline(status: Json | undefined): boolean {
  return textAt(status, 'reason') === 'DeadlineExceeded'
}
