import type { Change, Unreadable } from './change.ts'
import type { Finding } from './finding.ts'
import type { Grant } from './grant.ts'
import type { Lab } from './lab.ts'
import type { LiftedFinding } from './report.ts'

/** Who did it, as GitHub's API says: the id is the account, the login only its name of today. */
export interface Account {
  readonly login: string
  readonly id: number
}

/** The newest review of one reviewer. */
export interface Review {
  readonly by: Account
  readonly state: 'approved' | 'changes-requested' | 'dismissed'
  /** The commit that was looked at. */
  readonly commit: string
}

/** A file of `grants/` that a change adds or alters. Without `grant` it is none. */
export interface GivenGrant {
  readonly file: string
  readonly grant?: Grant
  readonly findings: readonly Finding[]
}

/** What is new, or belongs to what the change alters: what stood on main before and stays as it is, is not the author's. */
export interface NewFindings {
  /** In the author's own requests. */
  readonly own: readonly Finding[]
  readonly lifted: readonly LiftedFinding[]
  /** What the change does to others' requests. */
  readonly others: readonly Finding[]
}

/** All that a verdict may depend on. Roster, rules and limits come from main, never from the change. Plain JSON. */
export interface Facts {
  readonly author: Account
  readonly roster: Pick<Lab, 'admins' | 'members'>
  readonly change: Pick<Change, 'head' | 'paths'> | Unreadable
  readonly findings: NewFindings
  readonly grants: readonly GivenGrant[]
  readonly reviews: readonly Review[]
  /** What the untrusted check says of this head; believed only where an admin looks too. */
  readonly check: 'passed' | 'failed' | 'pending'
}
