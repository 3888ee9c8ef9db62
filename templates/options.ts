import type { Container, PodSpec } from 'kubernetes-types/core/v1.js'
import type {
  Code,
  CountXGpu,
  Disk,
  FullImage,
  Gi,
  JobCards,
  Member,
  Preset,
  SessionCards,
  SessionHours,
  Storage,
  Until,
} from './words.ts'

/** Fields of a pod that `patch` takes: those that no option writes. */
export const podFields = [
  'affinity',
  'hostAliases',
  'nodeSelector',
  'priorityClassName',
  'securityContext',
  'terminationGracePeriodSeconds',
  'tolerations',
] as const satisfies readonly (keyof PodSpec)[]

/** Fields of the run's container that `patch` takes. */
export const containerFields = [
  'envFrom',
  'imagePullPolicy',
  'lifecycle',
  'livenessProbe',
  'readinessProbe',
  'securityContext',
  'startupProbe',
  'workingDir',
] as const satisfies readonly (keyof Container)[]

export type PodFields = Pick<PodSpec, (typeof podFields)[number]>
export type ContainerFields = Pick<Container, (typeof containerFields)[number]>

/** Fields laid over the template's own; always needs an admin. An `affinity` is added to the template's. */
export interface Patch {
  readonly pod?: PodFields
  readonly container?: ContainerFields
}

/** What every workload takes. */
interface Workload {
  /** A preset of the lab (`'pytorch'`), or a full image name with tag or digest. */
  readonly image: Preset | FullImage
  /** Cores. Default: 4 a GPU, 1 without. At most 16 in a session. */
  readonly cpu?: number
  /** Memory. Default: 16Gi a GPU, 4Gi without. At most 29Gi in a session. */
  readonly memory?: Gi
  /** Disks by the path where the run sees them: `{ '/data': data }`. */
  readonly mounts?: { readonly [path: `/${string}`]: Disk }
  /** Environment variables. No keys or passwords here: see `secrets`. */
  readonly env?: { readonly [name: string]: string | number }
  /** Environment variables whose values stand in your own secret in the cluster, `<your name>-secrets`. */
  readonly secrets?: readonly Uppercase<string>[]
  /** A GitHub repository, cloned to `/code` before the run starts there. Private ones: `secrets: ['GIT_TOKEN']`. */
  readonly code?: Code
  /** Shared memory at `/dev/shm`, for data loaders; part of `memory`. Default: half of it. */
  readonly shm?: Gi
  /** Space on the machine's own disk, gone with the run. Default: the cluster's, about 50Gi. */
  readonly scratch?: Gi
  /** Kubernetes fields that have no option; always needs an admin. */
  readonly patch?: Patch
}

/** What ends by itself. */
interface Run extends Workload {
  /** The number of the run. A higher one runs it again. Default: 1. */
  readonly run?: number
}

interface Interactive extends Run {
  /** How many cards of which kind: `'1x24GB'`, `'2xA10'`. At most 2. */
  readonly gpu?: CountXGpu<SessionCards>
  /** Hours until it ends, at most 6. What must last longer is a `job`. */
  readonly hours: SessionHours
}

/** A place to work in with a shell, for up to six hours. */
export interface SessionOptions extends Interactive {
  /** Ports to reach with `kubectl port-forward`. */
  readonly ports?: readonly number[]
}

/** A session in which Jupyter runs. */
export interface NotebookOptions extends Interactive {
  /** Jupyter's port. Default: 8888. */
  readonly port?: number
}

interface Batch extends Run {
  /** How many cards of which kind, on one machine: `'1x24GB'`, `'4xA100'`. At most 8. */
  readonly gpu?: CountXGpu<JobCards>
  /** Hours until it is ended, counted from its launch, with retries and the wait for a machine. */
  readonly hours: number
  /** A line for bash, or a list: program and arguments. It must end by itself. */
  readonly command: string | readonly string[]
  /** How often to try again after a failure, inside `hours`. A lost machine is no failure. Default: 0. */
  readonly retries?: 0 | 1 | 2 | 3 | 4 | 5
  /** Runs on what is idle, and can be ended at any moment to start again: save checkpoints. The only way to an H100 or H200. */
  readonly preemptible?: true
}

/** A run that ends by itself. */
export interface JobOptions extends Batch {
  /** Ports to reach with `kubectl port-forward`. */
  readonly ports?: readonly number[]
}

/** One run for each combination. */
export interface SweepOptions extends Batch {
  /** Variables and their values; one run for each combination, at most 200: `{ LR: [0.1, 0.01], SEED: [1, 2, 3] }`. */
  readonly over: { readonly [variable: string]: readonly (string | number)[] }
  /** How many run at the same time. */
  readonly parallel: number
}

/** A server that stays until a day; no GPU, always needs an admin. */
export interface ServiceOptions extends Workload {
  /** A line for bash, or a list: program and arguments. */
  readonly command: string | readonly string[]
  /** Where the server listens. */
  readonly port: number
  /** Its last day, `'2026-12-31'`. */
  readonly until: Until
}

export interface VolumeOptions {
  /** Where it is kept: `'files'` many machines can mount, `'block'` one. Default: `'files'`. */
  readonly storage?: Storage
  /** Who else may read it: `'lab'` or a list of logins. */
  readonly readers?: 'lab' | readonly Member[]
  /** Who else may write to it. */
  readonly writers?: readonly Member[]
  /** A higher number asks for a new, empty disk in place of one that vanished. Default: 1. */
  readonly incarnation?: number
}

export interface SharedOptions {
  /** To write to it; its owner must list you in `writers`. */
  readonly write?: true
}

/** The options of each template by its name. */
export interface Templates {
  session: SessionOptions
  notebook: NotebookOptions
  job: JobOptions
  sweep: SweepOptions
  service: ServiceOptions
  volume: VolumeOptions
  shared: SharedOptions
}

export type TemplateName = keyof Templates
