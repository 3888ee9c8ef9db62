import type { Verb } from './command.ts'
import type { ChangeKind, Reason, Verdict } from './decision.ts'
import type { Grant } from './grant.ts'
import type { Day } from './lab.ts'

/** Why a command is not obeyed, each with its evidence. Sentences are made elsewhere. */
export interface RefusalCodes {
  misspelt: { verb: Verb }
  edited: {}
  /** The event is of somebody else than the comment. */
  'not-the-sender': { login: string; sender: string }
  stranger: { login: string }
  'not-an-admin': { login: string; admins: readonly string[] }
  'other-account': { login: string; id: number; expected: number }
  'admin-unbound': { login: string; id: number }
  'no-write': { login: string; permission: string }

  'no-pull': { verb: Verb }
  'pull-over': { state: 'merged' | 'closed' }
  'for-oneself': { others: readonly string[] }
  'not-a-day': { got: string }
  'day-past': { until: Day; today: Day }
  'day-too-far': { until: Day; days: number; limit: number; last: Day }
  'nothing-to-lift': { kind: ChangeKind; verdict: Verdict }
  /** Main moved in this moment, or nothing was evaluated. */
  'not-now': {}
  'ask-changed': { asked: string; now: string }

  'say-which': {}
  'request-unknown': { request: string; near?: string }
  'not-yours': { whose: string }

  /** The grant that was made of it did not pass as a change of `grants/`. */
  'grant-judged': { reasons: readonly Reason[] }
  /** GitHub would not; foreign text. */
  'forge-refused': { said: string }
}

export type RefusalCode = keyof RefusalCodes

export type Refusal<C extends RefusalCode = RefusalCode> = {
  [K in C]: { readonly code: K; readonly args: RefusalCodes[K] }
}[C]

/** What a comment leads to. */
export type Obeyed =
  /** It is talk. */
  | { readonly did: 'nothing' }
  | { readonly did: 'refuse'; readonly refusal: Refusal }
  /** One for each request that asks for something. */
  | { readonly did: 'grant'; readonly grants: readonly Grant[] }
  | { readonly did: 'ask'; readonly pull: number }
  | { readonly did: 'close'; readonly pull: number }
  /** `alice/dev` is taken from main. */
  | { readonly did: 'remove'; readonly request: string }

/** What we say to whoever wrote a command, in Markdown. */
export interface CommandWords {
  readonly refused: (refusal: Refusal) => string
  /** Where the lab has no App, an admin's own hand writes these files. */
  readonly grants: (files: readonly { readonly path: string; readonly text: string }[]) => string
  /** The same for a file that goes. */
  readonly removal: (file: string) => string
}
