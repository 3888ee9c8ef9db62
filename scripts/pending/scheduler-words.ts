import type { ClosedMachines } from '../model/codes/pending.ts'

/** What the scheduler says of the machines, by the first thing that kept the pod from each. */
export interface SchedulerWords {
  /** Machines that would do and have too little left, by resource. */
  readonly short: ReadonlyMap<string, number>
  readonly closed: readonly ClosedMachines[]
  /** Machines that are not what the pod asks for. */
  readonly unfit: number
  /** Machines with room that are out of a disk's reach. */
  readonly outOfReach: number
  /** A claim that does not exist. */
  readonly missingClaim?: string
  /** A claim waits for its volume. */
  readonly unbound: boolean
}

interface Reason {
  readonly machines: number
  readonly text: string
}

/**
 * Reads "0/54 nodes are available: 5 Insufficient nvidia.com/gpu, …. preemption: …". The scheduler names for each machine what it
 * found first, in this order: taints, affinity, resources, disks. Source: kube-scheduler 1.33, `framework.FitError.Error`.
 */
export function schedulerWords(message: string): SchedulerWords {
  const reasons = reasonsIn(message)
  const sum = (pattern: RegExp): number =>
    reasons.filter(({ text }) => pattern.test(text)).reduce((total, { machines }) => total + machines, 0)
  const missingClaim = /persistentvolumeclaim "([^"]+)" not found/.exec(message)?.[1]
  return {
    short: new Map(reasons.flatMap(({ machines, text }) => shortOf(text).map((resource) => [resource, machines]))),
    closed: reasons.flatMap(({ machines, text }) => taintOf(text).map((taint) => ({ taint, machines }))),
    unfit: sum(
      /node affinity|node selector|affinity rules|anti-affinity|topology spread|free ports|requested node name/,
    ),
    outOfReach: sum(
      /PersistentVolume's node affinity|volume node affinity conflict|available persistent volumes to bind|no available volume zone/,
    ),
    unbound: /unbound immediate PersistentVolumeClaims/.test(message),
    ...(missingClaim !== undefined && { missingClaim }),
  }
}

function reasonsIn(message: string): readonly Reason[] {
  const [about = ''] = message.split(/\.? preemption: /)
  const listed = about.replace(/^\d+\/\d+ nodes are available: /, '').replace(/\.$/, '')
  return listed.split(/, (?=\d+ )/).map((part) => {
    const [, machines = '0', text = part] = /^(\d+) (.*)$/.exec(part) ?? []
    return { machines: Number(machines), text }
  })
}

function shortOf(text: string): readonly string[] {
  if (text === 'Too many pods') return ['pods']
  const [, resource] = /^Insufficient (\S+)$/.exec(text) ?? []
  return resource === undefined ? [] : [resource]
}

function taintOf(text: string): readonly string[] {
  if (text === 'node(s) were unschedulable') return ['being repaired']
  const [, taint] = /untolerated taint \{([^}]*)\}/.exec(text) ?? []
  return taint === undefined ? [] : [taint.replace(/: /, '=').replace(/=$/, '')]
}
