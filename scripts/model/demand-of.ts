import { countable, countAt } from './at.ts'
import { isGpu, podAmounts } from './pod-amounts.ts'
import type { Demand } from './footprint.ts'
import type { Json } from './json.ts'
import { kindOf, type Manifest } from './manifest.ts'

/**
 * What a workload can run at once. A Job runs `parallelism` pods and never more than its `completions`. A Deployment counts by its
 * `replicas`, as the queue counts it (apply.md 5): the pod that an update adds for a moment waits where there is no room.
 * GPU-seconds go by the Job's own clock, which runs through retries and waiting; a deadline in its pod template begins anew with each retry.
 */
export function demandOf(manifest: Manifest, podSpec: Json | undefined): Demand {
  const pods = podsOf(manifest)
  const amounts = [...podAmounts(podSpec)].map(([name, amount]) => [name, countable(amount * pods)] as const)
  const byResource = Object.fromEntries(amounts.filter(([name, amount]) => isGpu(name) && amount > 0))
  const gpus = countable(Object.values(byResource).reduce((sum, amount) => sum + amount, 0))
  const all = new Map(amounts)
  return {
    pods,
    gpus,
    byResource,
    cpu: all.get('cpu') ?? 0,
    memory: all.get('memory') ?? 0,
    gpuSeconds: gpuSeconds(gpus, manifest),
  }
}

function podsOf(manifest: Manifest): number {
  const count = (field: string) => countAt(manifest, 'spec', field)
  switch (kindOf(manifest)) {
    case 'Job':
      return Math.min(count('parallelism') ?? 1, count('completions') ?? Infinity)
    case 'Deployment':
      return count('replicas') ?? 1
    default:
      return 1
  }
}

function gpuSeconds(gpus: number, manifest: Manifest): number | null {
  if (gpus === 0) return 0
  const seconds = countAt(manifest, 'spec', 'activeDeadlineSeconds')
  return seconds === undefined ? null : countable(gpus * seconds)
}
