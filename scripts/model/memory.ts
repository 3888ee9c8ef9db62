import type { Key } from './object-key.ts'

/** RFC 3339, UTC, whole seconds: `2026-11-24T10:00:00Z`. */
export type Time = string
/** The server's identity of one incarnation of an object. */
export type Uid = string
/** Hexadecimal SHA-256. */
export type Digest = string
/** A full Git object name. */
export type Commit = string

/** A place on main: height of the newest commit that changed the member's folder, path of the file, index of the export. Lower is earlier. */
export type Ticket = readonly [height: number, path: string, index: number]

/** What a run or a Deployment can hold at once, in GPUs: all together, and by extended resource name. */
export interface GpuDemand {
  readonly gpus: number
  readonly byResource: Readonly<Record<string, number>>
}

/** How a run ended; `gone`: it vanished before its end was seen; `unknown`: nobody can tell. */
export type End = 'succeeded' | 'failed' | 'deadline' | 'stopped' | 'replaced' | 'never-started' | 'gone' | 'unknown'

export interface RunRecord {
  readonly run: number
  /** `intended`: its object may exist, closed; `accepted`: its UID is recorded; `opened`: the gate was opened. */
  readonly phase: 'held' | 'intended' | 'accepted' | 'opened' | 'ended'
  readonly uid?: Uid
  /** The incarnation that a replacement is taking away. */
  readonly previous?: Uid
  readonly digest: Digest
  /** Digest of what of its text cannot change in place. */
  readonly fixed?: Digest
  readonly commit: Commit
  readonly demand: GpuDemand
  /** Its place in line, frozen when it was first held; beside a run that was launched or ended, that of its next number. */
  readonly ticket?: Ticket
  /** Since when the lab's total keeps it from starting. */
  readonly heldSince?: Time
  /** What the next number asks for, where that is what is held. */
  readonly asked?: GpuDemand
  readonly openedAt?: Time
  readonly end?: End
  readonly endedAt?: Time
}

export interface StandingRecord {
  readonly phase: 'intended' | 'kept'
  readonly uid?: Uid
  readonly digest: Digest
  /** Digest of the live object cut down to what we own of it (`apply.md` 10). */
  readonly observed?: Digest
}

export interface ClaimRecord {
  readonly phase: 'intended' | 'kept' | 'released' | 'retiring'
  readonly uid?: Uid
  /** Raised by the member to get a new, empty disk in place of one that vanished. */
  readonly incarnation: number
  /** A Kubernetes quantity. */
  readonly storage: string
  readonly class: string
  readonly modes: readonly string[]
  /** When it came into its phase. */
  readonly since: Time
}

export type MemoryRecord = RunRecord | StandingRecord | ClaimRecord

/** What is remembered of one member, in the ConfigMap `lab.inventory.<login>`. The record's kind follows from its key. */
export interface Inventory {
  readonly version: 1
  /** The lab's id: its namespace. */
  readonly lab: string
  readonly member: string
  readonly records: Readonly<Record<Key, MemoryRecord>>
}

/** A launch that has a claim on the lab's total and is not accepted yet. */
export interface Admission {
  readonly key: Key
  readonly member: string
  readonly run: number
  readonly demand: GpuDemand
}

/** What is remembered of the lab, in the ConfigMap `lab.ledger`. */
export interface Ledger {
  readonly version: 1
  /** Of the newest commit that was ever applied, and that commit. */
  readonly height: number
  readonly head: Commit
  /** When it was last written. */
  readonly clock: Time
  /** Logins whose inventory exists. */
  readonly members: readonly string[]
  readonly admitted: readonly Admission[]
}
