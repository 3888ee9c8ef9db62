import type { Decision } from './decision.ts'
import type { Account } from './facts.ts'
import type { IssueComment } from './forge.ts'
import type { Day, Lab } from './lab.ts'

/** What a comment can tell us to do. */
export type Command =
  /** `reason`: the rest of the comment, foreign text. */
  | { readonly verb: 'grant'; readonly ask: string; readonly until: string; readonly reason: string }
  | { readonly verb: 'ask' }
  /** `alice/dev`; without it, the pull request itself. */
  | { readonly verb: 'cancel'; readonly request?: string }

export type Verb = Command['verb']

/** A first line that begins as a command does and is none. */
export interface Misspelt {
  readonly misspelt: Verb
}

/** The pull request that a command stands under. */
export interface CommandedPull {
  readonly number: number
  readonly head: string
  /** In whose name it is. */
  readonly author: Account
  readonly state: 'open' | 'merged' | 'closed'
}

/** All that the answer to a command may depend on. Roster, limits and requests are main's. Plain data. */
export interface CommandFacts {
  /** As the forge tells it now, not as the event did. */
  readonly comment: IssueComment
  /** Who wrote it, as the event says. */
  readonly sender: Account
  /** Whether this checkout is main's tip: an older one has an older roster. */
  readonly isCurrent: boolean
  readonly permission: 'admin' | 'write' | 'read' | 'none'
  readonly roster: Pick<Lab, 'admins' | 'members'>
  readonly maxDays: number
  readonly today: Day
  readonly pull?: CommandedPull
  /** What the pull request asks for now. Needed by `/grant`. */
  readonly decision?: Pick<Decision, 'kind' | 'verdict' | 'reasons' | 'ask'>
  /** On main: `alice/dev`. */
  readonly requests: ReadonlySet<string>
}
