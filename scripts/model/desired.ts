import type { Path } from './json.ts'
import type { Manifest } from './manifest.ts'
import type { Commit, Digest, GpuDemand, Ticket } from './memory.ts'
import type { Key } from './object-key.ts'

/** One object that main asks for. */
export interface Wanted {
  readonly key: Key
  /** A login. */
  readonly owner: string
  /** `alice/dev` and `users/alice/dev.ts`, for people. */
  readonly request: string
  readonly file: string
  /** As rendered, without apply's own marks and with the gate open. */
  readonly manifest: Manifest
  /** The run's number; 1 for what is no run. */
  readonly run: number
  /** Of a claim; 1 elsewhere. */
  readonly incarnation: number
  /** Of what the text means (`apply.md` 4): kind, name, labels, annotations but `lab/*`, spec or data. */
  readonly digest: Digest
  readonly demand: GpuDemand
  /** Seconds from opening to the declared end; absent where there is none. */
  readonly seconds?: number
  /** Claims and ConfigMaps that it cannot start without. */
  readonly needs: readonly Need[]
  readonly ticket: Ticket
}

export interface Need {
  readonly key: Key
  readonly path: Path
}

/** What main says, once it was checked and rendered. */
export interface Desired {
  readonly commit: Commit
  /** First-parent commits from the root to `commit`. */
  readonly height: number
  readonly wanted: readonly Wanted[]
  /** Members whose files have error findings or could not be evaluated: frozen. */
  readonly broken: readonly string[]
  /** Those of them whose requests reached main past the lane, whatever is in them. */
  readonly unapproved?: readonly string[]
}
