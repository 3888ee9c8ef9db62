import type { Inventory } from './memory.ts'

/** Why a memory is not made anew. */
export type RebuildRefusal =
  /** It can be read. */
  | 'whole'
  | 'nothing-there'
  | 'newer-version'
  | 'ledger'
  | 'older-commit'
  | 'unread-lists'
  | 'broken-files'
  /** Somebody wrote it in the meantime. */
  | 'moved'
  | 'no-answer'

/** What became of making a member's memory anew. */
export type RebuildOutcome =
  | { readonly is: 'planned' | 'written'; readonly inventory: Inventory }
  | { readonly is: 'refused'; readonly why: RebuildRefusal; readonly message?: string }
