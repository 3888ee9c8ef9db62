import type { Pending } from './codes/pending.ts'
import type { End, Time } from './memory.ts'

/** What brought a failure, where the cluster tells. */
export type EndCause =
  | { readonly cause: 'exit-code'; readonly exitCode: number }
  | { readonly cause: 'out-of-memory' }
  /** Put out by its machine, mostly for too much scratch space. */
  | { readonly cause: 'evicted'; readonly message: string }
  /** Others had the right of way. */
  | { readonly cause: 'preempted' }
  | { readonly cause: 'machine-lost' }

/** How far a run has come. `queued` goes on by itself; `refused` does not. */
export type Progress =
  | { readonly is: 'absent' }
  | { readonly is: 'going' }
  | { readonly is: 'queued' | 'refused'; readonly why: Pending }
  /** So many pods of so many. */
  | { readonly is: 'running'; readonly pods: number; readonly of: number }
  | { readonly is: 'ended'; readonly end: End; readonly at?: Time; readonly cause?: EndCause }
