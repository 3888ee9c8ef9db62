import type { Aim } from './aim.ts'
import type { Origins } from './argument-path.ts'
import type { Syntax } from './syntax.ts'
import type { World } from './walk.ts'

/** What one search needs. */
export interface Finder {
  readonly aim: Aim
  readonly origins: Origins
  readonly world: World
  /** A file of the member by its path, `users/alice/dev.ts`. */
  readonly syntaxOf: (file: string) => Syntax | undefined
}
