import type { Finding } from './finding.ts'
import type { Day } from './lab.ts'

/** What a change is, told by its author and its paths. */
export type ChangeKind =
  | 'requests'
  | 'grants'
  | 'house'
  /** An admin ends requests of members. */
  | 'removal'
  | 'mixed'
  | 'foreign'
  | 'stranger'
  | 'empty'
  | 'unreadable'

/** `auto`: within every limit. `granted`: an admin said yes. */
export type Verdict = 'auto' | 'granted' | 'needs-admin' | 'refused' | 'could-not-tell'

/** Why, each with its evidence. Sentences are made elsewhere. */
export interface ReasonCodes {
  conflict: { paths: readonly string[] }
  unrelated: {}
  'too-many-paths': { limit: number }
  'too-large': { paths: readonly string[] }
  malformed: { said: string }
  'head-gone': {}
  'too-many-pulls': { limit: number }
  'change-unknown': { said: string }

  /** `knownAs`: the roster has this account under another name. */
  'not-on-roster': { login: string; near?: string; knownAs?: string }
  'other-account': { login: string; id: number; expected: number }
  /** The roster does not say which account the login is: anybody may have taken it. */
  'account-unbound': { login: string; id: number }

  'nothing-changes': {}
  'areas-mixed': { requests: number; grants: number; house: number }
  'folder-foreign': { owner: string; paths: number }
  'path-stray': { path: string }
  'not-plain': { path: string; mode: string }
  'name-refused': { path: string }

  /** No grant lifts it. */
  'finding-refused': { finding: Finding }
  'finding-unknown': { finding: Finding }
  'finding-open': { finding: Finding }
  'finding-lifted': { finding: Finding; by: string; until: Day; pull: number }
  'others-affected': { finding: Finding }
  'small-request': {}

  'grants-not-by-admin': { login: string }
  'grant-unfit': { file: string; findings: readonly Finding[] }
  'grant-for-author': { file: string; login: string }
  'grant-in-anothers-name': { file: string; by: string }
  'grant-given': { file: string; login: string; request: string; until: Day }
  'grant-withdrawn': { file: string }

  'check-failed': {}
  'check-pending': {}
  /** Whoever says yes has to look at this head. */
  'approval-missing': { head: string }
  /** Admins whose word does not count, because the roster has no id for them. */
  'admin-unbound': { login: string }
  approved: { by: string; head: string }
  'sole-admin': { login: string }
}

export type ReasonCode = keyof ReasonCodes

/** `refuse`: nobody can say yes. `unknown`: our fault. `ask`: an admin can. `grant`: an admin did. */
export type Says = 'refuse' | 'unknown' | 'ask' | 'grant' | 'allow'

export type Reason<C extends ReasonCode = ReasonCode> = {
  [K in C]: { readonly code: K; readonly args: ReasonCodes[K]; readonly says: Says }
}[C]

export interface Decision {
  readonly kind: ChangeKind
  readonly verdict: Verdict
  /** Those that count for this verdict first; never empty. */
  readonly reasons: readonly Reason[]
  /** What a `/grant` has to name: it is another one as soon as anything else or more is asked for. */
  readonly ask?: string
  /** Who can say yes. */
  readonly admins: readonly string[]
}
