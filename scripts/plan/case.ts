import type { Wanted } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { ClaimRecord, Commit, MemoryRecord, RunRecord, StandingRecord, Time } from '../model/memory.ts'
import type { Key } from '../model/object-key.ts'
import type { LiveObject } from '../model/world.ts'

/** One name of one member: what is remembered of it, what main asks for, what is there. */
export interface Case<R extends MemoryRecord = MemoryRecord> {
  readonly key: Key
  readonly member: string
  readonly record?: R
  readonly wanted?: Wanted
  readonly live?: LiveObject
  /** Another member whose memory holds the UID of the live object, or to whom the name belongs. */
  readonly holder?: string
  readonly rival?: string
  /** Unfinished pods of the live object. */
  readonly pods: readonly LiveObject[]
}

export type RunCase = Case<RunRecord>
export type StandingCase = Case<StandingRecord>
export type ClaimCase = Case<ClaimRecord>

/** What every decision may look at besides its case. */
export interface Setting {
  readonly lab: Lab
  readonly commit: Commit
  readonly clock: Time
  /** The clock is behind the ledger's: what depends on the time is left out. */
  readonly clockIsOff: boolean
  /** What an admin takes back from another manager, once. */
  readonly takeBack?: Key
  /** Claims and ConfigMaps that unfinished work of anybody mounts, and by what. */
  readonly mountedBy: ReadonlyMap<Key, readonly Key[]>
}
