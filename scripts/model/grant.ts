import type { Day } from './lab.ts'

/** A dated exception that an admin gave: one file under `grants/`. */
export interface Grant {
  readonly v: 1
  readonly login: string
  readonly request: string
  readonly lifts: readonly Lift[]
  /** The last day on which it counts. */
  readonly until: Day
  readonly by: string
  readonly byId: number
  readonly pull: number
  readonly head: string
  readonly ask: string
  /** The comment that gave it; absent where an admin wrote the file. */
  readonly comment?: number
  readonly reason: string
}

/** Which finding is lifted, and up to what: a number is a limit, a text must be equal. */
export interface Lift {
  readonly code: string
  readonly value: number | string
}
