import type { GpuDemand } from '../../model/memory.ts'

export function plus(left: GpuDemand, right: GpuDemand): GpuDemand {
  return merged(left, right, (a, b) => a + b)
}

export function minus(left: GpuDemand, right: GpuDemand): GpuDemand {
  return merged(left, right, (a, b) => a - b)
}

/** Of two counts of the same thing, the larger. */
export function most(left: GpuDemand, right: GpuDemand): GpuDemand {
  return merged(left, right, Math.max)
}

/** More of anything. */
export function exceeds(left: GpuDemand, right: GpuDemand): boolean {
  const names = Object.keys(left.byResource)
  return left.gpus > right.gpus || names.some((name) => (left.byResource[name] ?? 0) > (right.byResource[name] ?? 0))
}

function merged(left: GpuDemand, right: GpuDemand, merge: (a: number, b: number) => number): GpuDemand {
  const names = [...new Set([...Object.keys(left.byResource), ...Object.keys(right.byResource)])].sort()
  const amounts = names.map((name) => [name, merge(left.byResource[name] ?? 0, right.byResource[name] ?? 0)] as const)
  return {
    gpus: merge(left.gpus, right.gpus),
    byResource: Object.fromEntries(amounts.filter(([, amount]) => amount !== 0)),
  }
}
