import type { Key } from './object-key.ts'
import type { Progress } from './progress.ts'

/** A run that an apply launched, or found waiting, as it was when nobody looked any longer. */
export interface Watched {
  readonly key: Key
  readonly member: string
  /** Absent where the cluster did not tell. */
  readonly progress?: Progress
}
