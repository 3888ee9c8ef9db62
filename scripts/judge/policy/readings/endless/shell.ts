import type { SyntaxNode } from 'unbash'
import type { Endless, Reader, Situation } from './endless.ts'
import type { Scope } from './words.ts'

/** What one script has defined so far, read from top to bottom. */
export interface Shell extends Scope {
  readonly reader: Reader
  /** Reads any piece of a script. */
  readonly read: (at: SyntaxNode, situation: Situation, shell: Shell) => Endless | undefined
  readonly functions: Map<string, SyntaxNode>
  /** What was started in the background, in order, and whether it ends. */
  readonly jobs: (Endless | undefined)[]
}

/** The first of several that does not end. */
export function firstOf<T>(
  list: readonly T[],
  look: (item: T, index: number) => Endless | undefined,
): Endless | undefined {
  let found: Endless | undefined
  list.some((item, index) => (found = look(item, index)) !== undefined)
  return found
}
