import type { JsonObject } from './json.ts'
import type { Key } from './object-key.ts'
import type { Refusal } from './plan.ts'

/** What the server answered, in this apply, to the question whether a step would do. A plan that is made again heeds it. */
export type Verdict =
  | { readonly says: 'fits' }
  /** It refuses the change, and would take the whole as a new object. */
  | { readonly says: 'replace' }
  | {
      readonly says: 'refuse'
      readonly refusal: Extract<Refusal, 'rejected' | 'conflict' | 'could-not-tell'>
      readonly args: JsonObject
      /** The server's own words, foreign text. */
      readonly message: string
    }
  | { readonly says: 'hold'; readonly hold: 'cluster-quota'; readonly message: string }

export type Verdicts = ReadonlyMap<Key, Verdict>
