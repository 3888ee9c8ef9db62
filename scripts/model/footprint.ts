import type { Origin } from './evaluation.ts'
import type { Path } from './json.ts'

/** What can run or be held at the same time. CPU in thousandths of a core, memory and disk in bytes. */
export interface Demand {
  readonly pods: number
  readonly gpus: number
  /** By extended resource name. */
  readonly byResource: Readonly<Record<string, number>>
  readonly cpu: number
  readonly memory: number
  /** GPUs × hours until the declared end, over everything that is requested. */
  readonly gpuHours: number
}

/** A disk as its claim declares it. */
export interface Disk {
  readonly bytes: number
  readonly storageClass: string | undefined
  readonly modes: readonly string[]
  /** Who else may mount it: logins, or `lab` for everybody. */
  readonly readers: readonly string[]
  readonly writers: readonly string[]
}

export interface Mount {
  readonly claim: string
  readonly readOnly: boolean
  readonly path: Path
}

/** What one object contributes to the lab's sums. */
export interface ObjectPrint {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly origin: Origin
  readonly demand: Demand
  readonly disk?: Disk
  readonly mounts: readonly Mount[]
}

/** What one request contributes to the lab's sums: all that rules over the whole lab are allowed to look at. */
export interface Footprint {
  readonly owner: string
  readonly request: string
  readonly file: string
  readonly objects: readonly ObjectPrint[]
}
