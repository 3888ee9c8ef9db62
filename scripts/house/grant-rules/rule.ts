import type { Fault } from '../../model/finding.ts'
import type { Grant } from '../../model/grant.ts'
import type { Day, Lab } from '../../model/lab.ts'

export interface GrantContext {
  /** The name in the folder `grants/`. */
  readonly file: string
  readonly lab: Lab
  readonly today: Day
}

/** What the schema cannot say about a grant. Who left the lab since is no error: their grants only count no more. */
export type GrantRule = (grant: Grant, context: GrantContext) => readonly Fault[]
