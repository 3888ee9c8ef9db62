import type { Origin } from './evaluation.ts'
import type { Path } from './json.ts'

/** What can run at the same time, as the cluster's scheduler counts it. Whole numbers, so that no sum depends on its order. */
export interface Demand {
  readonly pods: number
  /** Cards of all kinds together. */
  readonly gpus: number
  /** The same by extended resource name; only what is asked for. */
  readonly byResource: Readonly<Record<string, number>>
  /** Thousandths of a core. */
  readonly cpu: number
  /** Bytes. */
  readonly memory: number
  /** GPUs × seconds until the declared end; `null` where GPUs are asked for and no end is. */
  readonly gpuSeconds: number | null
}

/** A disk that a run mounts: claim, and the index of the volume in the pod's spec. */
export interface Mount {
  readonly claim: string
  /** Nothing in the run can write to it. */
  readonly readOnly: boolean
  readonly volume: number
}

/** A ConfigMap that a run reads, and where the manifest says so. `optional`: it may be missing. */
export interface ConfigUse {
  readonly name: string
  readonly path: Path
  readonly optional: boolean
}

/** What makes pods: a Pod, a Job, a Deployment. */
export interface Work {
  readonly demand: Demand
  /** The container that asks for most, from the pod's spec: `['containers', 0]`. */
  readonly largest: Path
  /** Labels of its pods, by which Services find them. */
  readonly labels: Readonly<Record<string, string>>
  readonly mounts: readonly Mount[]
  readonly configs: readonly ConfigUse[]
  /** Regions in which it may start; absent where nothing says so. */
  readonly regions?: readonly string[]
  /** Pods beside `demand.pods` while a Deployment's new version takes over. */
  readonly surge?: number
  /** Some limit is not its request. */
  readonly loose?: true
}

/** A disk as its claim declares it. */
export interface Disk {
  readonly bytes: number
  /** Absent where the claim leaves it to the cluster. */
  readonly storageClass?: string
  readonly modes: readonly string[]
  /** Who else may mount it: logins, or `lab` for everybody. */
  readonly readers: readonly string[]
  readonly writers: readonly string[]
}

/** A web address's hosts, and the Services that it leads to. */
export interface Route {
  readonly hosts: readonly string[]
  readonly services: readonly { readonly name: string; readonly path: Path }[]
}

/** What one object contributes to what shows only when all requests are looked at together. */
export interface ObjectPrint {
  /** `Pod/alice-dev`. */
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly origin: Origin
  readonly work?: Work
  readonly disk?: Disk
  /** A Service's selector. */
  readonly selector?: Readonly<Record<string, string>>
  readonly route?: Route
}

/** What one request contributes: all that rules over the whole lab are allowed to look at. Plain JSON, for it is cached. */
export interface Footprint {
  readonly owner: string
  /** `alice/dev`. */
  readonly request: string
  readonly file: string
  readonly objects: readonly ObjectPrint[]
}
