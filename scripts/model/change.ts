import type { Commit } from './memory.ts'

/** A file as a Git tree has it. */
export interface PathState {
  /** Six octal digits: `100644` a plain file, `100755` a program, `120000` a link, `160000` another repository. */
  readonly mode: string
  readonly id: string
}

/** One path that main's tree and the tree after the merge have differently; where it is missing, it was not there, or will not be. */
export interface ChangedPath {
  readonly path: string
  readonly before?: PathState
  readonly after?: PathState
}

/** What merging `head` would do to `main`, renames told as a deletion and an addition. */
export interface Change {
  readonly head: Commit
  readonly main: Commit
  /** The tree that main would have. */
  readonly tree: string
  readonly paths: readonly ChangedPath[]
}

/** Why nobody can say what a pull request would do. `said`: Git's own words, foreign text. */
export type Unreadable =
  | { readonly unreadable: 'conflict'; readonly paths: readonly string[] }
  | { readonly unreadable: 'unrelated' }
  /** More than anybody counted. */
  | { readonly unreadable: 'too-many-paths'; readonly limit: number }
  /** What has to be merged is larger than what is fetched. */
  | { readonly unreadable: 'too-large'; readonly paths: readonly string[] }
  | { readonly unreadable: 'malformed'; readonly said: string }
  | { readonly unreadable: 'gone' }
  /** So many older ones of the same author are open. */
  | { readonly unreadable: 'crowded'; readonly limit: number }
  /** We failed. */
  | { readonly unreadable: 'unknown'; readonly said: string }

/** Whose a path is: decided by its text alone. */
export type Area =
  | { readonly area: 'requests'; readonly owner: string }
  | { readonly area: 'grants' }
  | { readonly area: 'house' }
  /** Below `users/` or `grants/`, or in their place, and nobody's. */
  | { readonly area: 'stray' }

/** Files of the house among what is not the house's. */
const houseFiles: ReadonlySet<string> = new Set(['users/tsconfig.json', 'grants/README.md'])

export function areaOf(path: string): Area {
  if (houseFiles.has(path)) return { area: 'house' }
  const [root, first = '', ...rest] = path.split('/')
  if (root === 'users') return rest.length > 0 ? { area: 'requests', owner: first } : { area: 'stray' }
  if (root === 'grants') return first !== '' && rest.length === 0 ? { area: 'grants' } : { area: 'stray' }
  return { area: 'house' }
}
