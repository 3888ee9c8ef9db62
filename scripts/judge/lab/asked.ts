import type { ObjectPrint } from '../../model/footprint.ts'

/** What is asked for, in whole numbers of the smallest unit: cores in thousandths, bytes, GPU-seconds. */
export interface Asked {
  readonly pods: number
  readonly jobs: number
  readonly gpus: number
  readonly cpu: number
  readonly memory: number
  readonly disk: number
  readonly gpuSeconds: number
}

/** GPUs without an end have no GPU-seconds: that they have no end is a fault of its own. */
export function askedBy({ kind, work, disk }: ObjectPrint): Asked {
  return {
    pods: work?.demand.pods ?? 0,
    jobs: kind === 'Job' ? 1 : 0,
    gpus: work?.demand.gpus ?? 0,
    cpu: work?.demand.cpu ?? 0,
    memory: work?.demand.memory ?? 0,
    disk: disk?.bytes ?? 0,
    gpuSeconds: work?.demand.gpuSeconds ?? 0,
  }
}

export function askedByAll(all: readonly Asked[]): Asked {
  return all.length === 0 ? nothing : all.reduce(plus)
}

const nothing: Asked = { pods: 0, jobs: 0, gpus: 0, cpu: 0, memory: 0, disk: 0, gpuSeconds: 0 }

function plus(left: Asked, right: Asked): Asked {
  return {
    pods: left.pods + right.pods,
    jobs: left.jobs + right.jobs,
    gpus: left.gpus + right.gpus,
    cpu: left.cpu + right.cpu,
    memory: left.memory + right.memory,
    disk: left.disk + right.disk,
    gpuSeconds: left.gpuSeconds + right.gpuSeconds,
  }
}
