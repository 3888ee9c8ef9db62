import type { PriorityClass } from 'kubernetes-types/scheduling/v1.js'
import type { Lab } from '../../../scripts/model/lab.ts'

/** Values of the classes that users may name, from Nautilus's page on priority classes. */
const values: Readonly<Record<string, number>> = {
  'owner-no-preempt': 10,
  opportunistic2: -1_990_000_000,
  opportunistic: -2_000_000_000,
}

/** Classes that exist and that a quota of no pods closes to users; that page names them without values, so these are ours. */
export const closed = {
  high: { owner: 1000, 'owner-batch-high': 900 },
  low: { nice: -100, 'batch-low': -200 },
} as const

/** Kubernetes's own. */
export const systemClasses = ['system-cluster-critical', 'system-node-critical'] as const

export function priorityClasses(lab: Lab): readonly PriorityClass[] {
  const open = lab.rules.priority.allowed.map((name) => [name, values[name] ?? 0] as const)
  return [...open, ...Object.entries(closed.high), ...Object.entries(closed.low)].map(([name, value]) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
    ...(value < 0 && { preemptionPolicy: 'Never' }),
  }))
}
