/** A day in the lab's time zone, `2026-10-06`. */
export type Day = string

/** A fact about the cluster, as somebody read it: the page and the day. */
export interface Dated {
  readonly asOf: Day
  readonly source: string
}

/** A limit that the cluster, not the lab, has set. */
export type ClusterRule<T> = T & Dated

export interface Member {
  /** GitHub's numeric id: a login can be renamed and taken by somebody else. */
  readonly id?: number
  /** What the member's object names begin with, where the login in lower case will not do. */
  readonly prefix?: string
  /** Requests are checked and never launched. */
  readonly suspended?: true
}

/** What one party may have at the same time; disk in Kubernetes quantities, GPU-hours over everything that is requested. */
export interface Cap {
  readonly gpus: number
  readonly cpu: number
  readonly memory: string
  readonly disk: string
  readonly gpuHours: number
}

/** `form`: a grant or preemptible; `spare`: preemptible only; `reserved`: never. */
export type GpuAccess = 'form' | 'spare' | 'reserved'

export interface GpuModel {
  /** GB on one card, as the card is sold. */
  readonly memory: number
  /** Values of the node label `nvidia.com/gpu.product`. */
  readonly products: readonly string[]
  /** The extended resource that must be asked for in place of `nvidia.com/gpu`. */
  readonly resource?: string
  readonly access?: GpuAccess
  /** Current PyTorch does not run on it (CUDA compute capability below 7.5): by name only, never by memory class. */
  readonly old?: true
  /** Cards counted in the cluster on the day of `rules.gpus`. Many stand behind reservations: no promise. */
  readonly seen?: number
  readonly note?: string
}

/** `group`: only for another group, or through an admin; `never`: does not provision; `gone`: no longer in the cluster. */
export type StorageAccess = 'group' | 'never' | 'gone'

export interface StorageClass {
  readonly class: string
  /** Many pods on several machines can mount it (ReadWriteMany); else one machine (ReadWriteOnce). */
  readonly shared: boolean
  readonly region?: string
  readonly access?: StorageAccess
  /** The name in `storage` of what to use instead. */
  readonly instead?: string
  /** The largest disk, a quantity. */
  readonly largest?: string
  readonly note?: string
}

/** The cluster's law. Each row says where it was read and when. */
export interface ClusterRules {
  readonly session: ClusterRule<{ hours: number; gpus: number; cpu: number; memory: string }>
  readonly job: ClusterRule<{ hours: number; gpus: number }>
  readonly service: ClusterRule<{ days: number }>
  /** A limit is at most `factor` × its request; from `equalAbove` pods on they are equal. */
  readonly ratio: ClusterRule<{ factor: number; equalAbove: number }>
  /** More GPUs at once want a plan presented to the cluster's support first. */
  readonly plan: ClusterRule<{ gpus: number }>
  readonly jobs: ClusterRule<{ count: number }>
  readonly completions: ClusterRule<{ count: number }>
  readonly scratch: ClusterRule<{ size: string }>
  /** Programs that only wait: a Job that runs one gets its owner banned. */
  readonly idle: ClusterRule<{ commands: readonly string[] }>
  readonly priority: ClusterRule<{ allowed: readonly string[]; preemptible: readonly string[] }>
  readonly taints: ClusterRule<{
    /** Anybody may tolerate these. */
    allowed: readonly Taint[]
    /** Only who was authorised by the cluster's operators may. */
    authorised: readonly Taint[]
    /** Keys that nobody may tolerate. */
    never: readonly string[]
    /** Old keys and what took their place, `key=value`. */
    renamed: Readonly<Record<string, string>>
  }>
  readonly ingress: ClusterRule<{ class: string; domain: string; annotations: readonly string[] }>
  readonly resources: ClusterRule<{ required: readonly string[] }>
  /** The catalogue `gpus`: `plain` is asked for where a model has no resource of its own; `closed` ones exist and are not for us. */
  readonly gpus: ClusterRule<{ plain: string; closed: readonly string[] }>
  /** The catalogue `storage`: the class that a claim without one gets, and after how long an unread disk may be purged. */
  readonly storage: ClusterRule<{ default: string; purgeMonths: number }>
  /** Pods without a GPU stay off machines with this node label. */
  readonly cpuOnly: ClusterRule<{ avoid: string }>
  /** Use in parts of what was asked for; an account with more than `pods` pods outside is refused new Jobs. */
  readonly use: ClusterRule<{
    pods: number
    gpu: { from: number }
    cpu: { from: number; to: number }
    memory: { from: number; to: number }
  }>
}

/** A taint of nodes; without a value, any. */
export interface Taint {
  readonly key: string
  readonly value?: string
}

export interface Images {
  /** What an image must begin with when it is no preset. */
  readonly allowed: readonly string[]
  /** Registry hosts that no longer answer, and what took their place. */
  readonly dead: Readonly<Record<string, string>>
}

/** A dated order to destroy a released disk (`apply.md` 3). */
export interface Retirement {
  readonly claim: string
  readonly uid: string
  readonly on: Day
}

/** Somebody's object that a request may take over: without this line a name that is taken stays theirs (`apply.md` 3). */
export interface Adoption {
  readonly kind: 'ConfigMap' | 'Service' | 'Ingress' | 'Deployment' | 'PersistentVolumeClaim'
  readonly name: string
  readonly uid: string
}

/** How the line for GPUs moves (`apply.md` 5). */
export interface Queue {
  /** Who waited longer for the lab's GPUs is passed by nobody any more. */
  readonly patienceHours: number
  /** A bare Pod that no machine took for so long is stopped: its deadline has not begun. */
  readonly pendingHours: number
}

/**
 * Who lets a change through. `simple`: GitHub's own rules and an admin's hand; nothing has to be set up. `computed`: the lab's App, which
 * approves, merges and signs; apply insists on its signature.
 */
export type ReviewLevel =
  | { readonly level: 'simple' }
  | {
      readonly level: 'computed'
      /** As the App's settings page shows it: its number, and the name in its address. */
      readonly app: { readonly id: number; readonly slug: string }
      /** Verifies the signatures: an Ed25519 public key, SPKI in base64. */
      readonly seal: string
      /** The commit of main up to which an admin vouches for everything; each later one is signed. */
      readonly since: string
    }

/** The lab on one page: what `lab.config.ts` holds. Only JSON, so that a schema can judge it and the sandbox can read it. */
export interface Lab {
  readonly namespace: string
  readonly timeZone: string
  /** Where a member gets help from a person. */
  readonly help: string
  readonly admins: readonly string[]
  /** By GitHub login, as it is spelt there. */
  readonly members: Readonly<Record<string, Member>>
  readonly caps: {
    readonly member: Cap
    readonly lab: Cap
    readonly volume: { readonly size: string }
    /** Cards of one extended resource that the whole lab may hold at the same time, beside `lab.gpus`. */
    readonly classes?: Readonly<Record<string, number>>
  }
  readonly queue: Queue
  readonly grants: { readonly maxDays: number }
  readonly review: ReviewLevel
  readonly defaults: {
    readonly cpuPerGpu: number
    readonly memoryPerGpu: string
    readonly cpu: number
    readonly memory: string
    readonly storage: string
    /** Clones `code` before a run starts: an image with git and sh. */
    readonly cloneImage: string
    /** Days for which a finished job stays to be looked at. */
    readonly keepFinishedDays: number
  }
  readonly rules: ClusterRules
  readonly gpus: Readonly<Record<string, GpuModel>>
  readonly images: Readonly<Record<string, string>>
  readonly registries: Images
  readonly storage: Readonly<Record<string, StorageClass>>
  readonly retirements: readonly Retirement[]
  readonly adoptions: readonly Adoption[]
}

/** What the lab's object names of one member begin with. */
export function prefixOf(lab: Lab, login: string): string {
  return lab.members[login]?.prefix ?? login.toLowerCase()
}
