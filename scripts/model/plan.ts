import type { JsonObject } from './json.ts'
import type { Wanted } from './desired.ts'
import type { GpuDemand, Ledger, MemoryRecord, Ticket, Time, Uid } from './memory.ts'
import type { Key } from './object-key.ts'

/** The closed vocabulary of `apply.md` 1. */
export type Operation =
  | 'create'
  | 'update'
  | 'launch'
  | 'replace'
  | 'keep'
  | 'hold'
  | 'record'
  | 'stop'
  | 'delete'
  | 'release'
  | 'retire'
  | 'adopt'
  | 'forget'
  | 'refuse'

/** Due, not now. */
export type Hold =
  | 'lab-total'
  | 'member-total'
  | 'in-line'
  | 'cluster-quota'
  | 'needs'
  | 'needed'
  | 'terminating'
  | 'suspended'
  /** It is a disk's growth or end, which only the storage identity may do: `lab storage`. */
  | 'storage'

/** Must not or cannot be. */
export type Refusal =
  | 'name-taken'
  | 'copy'
  | 'run-behind'
  | 'needs-run'
  | 'spec'
  | 'unbound'
  | 'vanished'
  | 'lost'
  | 'exists'
  | 'mounted'
  | 'still-requested'
  | 'terminating'
  | 'conflict'
  | 'other-uid'
  | 'rejected'
  | 'never-fits'
  | 'could-not-tell'
  /** The member's memory is as large as it may be: what is new would not be remembered. */
  | 'memory-full'

/**
 * What else there is to say about a step. `edited`: a run goes on as it was launched, or is over, though its text changed. `not-ours`:
 * somebody else's object stands under the name. `queued`: opened, and no node took it yet. `going`: it is being deleted already, so no
 * delete is sent. `stray`: a closed object of a lost race, which never ran.
 */
export type Note = 'edited' | 'not-ours' | 'suspended-by-hand' | 'queued' | 'going' | 'stray'

/**
 * One decision about one object of one member. Everything that apply needs to carry it out is in it; apply decides nothing. A step
 * with `before` and without `after` drops the record, once its object is confirmed gone: `stop`, `delete` and `forget`, and `refuse`
 * where a disk is lost for good.
 */
export interface Step {
  readonly key: Key
  readonly member: string
  readonly operation: Operation
  /** Why it is held or refused. */
  readonly hold?: Hold
  readonly refusal?: Refusal
  readonly note?: Note
  /** Evidence for the sentence: numbers, names, fields. */
  readonly args: JsonObject
  /** What main asks for; absent where it asks for nothing. */
  readonly wanted?: Wanted
  /** The incarnation that is changed, opened, stopped or deleted. */
  readonly uid?: Uid
  /** A merge patch of the fields that change in place, for runs and claims. */
  readonly patch?: JsonObject
  /** What the inventory holds before and, all going well, after, but for what only the server can tell: a new UID, what it observed. */
  readonly before?: MemoryRecord
  readonly after?: MemoryRecord
  /** A live run that ends by this step: since when it has been running. */
  readonly endsSince?: Time
  /** What this plan stops or deletes for the same member and what must be confirmed gone before this step begins. */
  readonly waits?: readonly Key[]
  /** An admin takes contested fields back, once (`--take-back`). */
  readonly force?: true
}

/** Something stands in the way of one member or of everybody (`apply.md` 7). */
export interface Lock {
  readonly lock:
    | 'nothing-desired'
    | 'many-losses'
    | 'broken-files'
    | 'broken-house'
    | 'unread-lists'
    | 'inventory'
    | 'ledger'
    | 'older-commit'
    | 'clock'
  /** `lab`: nothing is applied. `member`: nothing of this member. `clock`: no step that needs to know the time is in the plan. */
  readonly scope: 'lab' | 'member' | 'clock'
  readonly member?: string
  readonly args: JsonObject
}

/** What one party uses and asks for. */
export interface Use {
  readonly now: GpuDemand
  readonly after: GpuDemand
  readonly limit: number
  /** GPUs × hours at most, of what runs or is launched. */
  readonly hoursNow: number
  readonly hoursAfter: number
}

/** What will be done, as a value: printed, reviewed, and then obeyed. A write that is not in it does not happen. */
export interface Plan {
  /** By member, then in the order in which they are carried out. */
  readonly steps: readonly Step[]
  readonly locks: readonly Lock[]
  readonly members: Readonly<Record<string, Use>>
  readonly lab: Use
  /** The ledger to be written first; absent where it stays as it is. */
  readonly ledger?: Ledger
  /** Keys in line, first to last, with their tickets. */
  readonly line: readonly { readonly key: Key; readonly ticket: Ticket; readonly since?: Time }[]
}

/** What a change would do, where nobody can look at the cluster: planned twice, as if every run of the base were live, and over. */
export interface Foreseen {
  /** What both plans say. */
  readonly certain: readonly Step[]
  /** What depends on whether a run is over; absent: nothing. */
  readonly uncertain: readonly { readonly ifLive?: Step; readonly ifOver?: Step }[]
  readonly live: Plan
  readonly over: Plan
}
