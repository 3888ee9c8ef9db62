import type { Time } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { Sentence } from '../sentences/sentence.ts'

/** What a reader looks for first stands first: what is lost, what needs a person, what begins or changes. */
export type Group = 'loss' | 'person' | 'growth' | 'rest'

/** What is said about one object: `fix` and `who` where somebody can do something. */
export interface StepTold {
  readonly group: Group
  readonly sign: string
  readonly member: string
  /** `session dev`. */
  readonly thing: string
  readonly told: Pick<Sentence, 'what'> & Partial<Sentence>
  /** For the fold: the cluster's own name. */
  readonly key: Key
}

/** What sentences are made with besides the step. */
export interface Saying {
  readonly now: Time
  readonly timeZone: string
  /** What the names of a member's objects begin with, without the hyphen; the login in small letters where the lab says nothing else. */
  readonly prefixOf?: (login: string) => string
}
