import type { Commit } from './memory.ts'

/** A commit of main as its history tells it. */
export interface MainCommit {
  readonly id: Commit
  readonly tree: string
  /** The first; absent for the root. */
  readonly parent?: Commit
  readonly message: string
  /** What it changed against its first parent. */
  readonly paths: readonly string[]
}
