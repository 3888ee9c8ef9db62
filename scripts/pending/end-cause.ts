import { at, itemsAt, textAt } from '../model/at.ts'
import type { Manifest } from '../model/manifest.ts'
import type { EndCause } from '../model/progress.ts'

/** What brought a pod's failure, as far as the cluster tells. Source: core/v1 PodStatus; the reasons of `DisruptionTarget`. */
export function endCause(pod: Manifest): EndCause | undefined {
  const reason = textAt(pod, 'status', 'reason')
  if (reason === 'Evicted') return { cause: 'evicted', message: textAt(pod, 'status', 'message') ?? '' }
  const disruption = disruptionOf(pod)
  if (reason === 'Preempting' || disruption === 'PreemptionByScheduler') return { cause: 'preempted' }
  if (reason === 'NodeLost' || lostBy.has(disruption ?? '')) return { cause: 'machine-lost' }
  const ends = itemsAt(pod, 'status', 'containerStatuses').map((status) => at(status, 'state', 'terminated'))
  if (ends.some((end) => textAt(end, 'reason') === 'OOMKilled')) return { cause: 'out-of-memory' }
  const exitCode = ends.map((end) => at(end, 'exitCode')).find((code) => typeof code === 'number' && code !== 0)
  return typeof exitCode === 'number' ? { cause: 'exit-code', exitCode } : undefined
}

const lostBy: ReadonlySet<string> = new Set(['DeletionByTaintManager', 'DeletionByPodGC'])

/** Why the cluster takes a pod away, if it does. */
export function disruptionOf(pod: Manifest): string | undefined {
  const conditions = itemsAt(pod, 'status', 'conditions')
  const disruption = conditions.find(
    (one) => textAt(one, 'type') === 'DisruptionTarget' && textAt(one, 'status') === 'True',
  )
  return textAt(disruption, 'reason')
}
