import { digestOf } from './digest.ts'
import type { Commit, Digest } from './memory.ts'

/** What a folder of YAML is, so that it can be bound by one digest to the commit it was rendered from. */
export interface RenderIndex {
  readonly version: 1
  readonly commit: Commit
  /** Members who have requests with errors: none of theirs is here, and nothing of theirs may be touched. */
  readonly broken: readonly string[]
  /** SHA-256 of each file's bytes, by path: `alice/dev.yaml`. */
  readonly files: Readonly<Record<string, Digest>>
}

/** The file's name in the folder; no member's folder is called so. */
export const indexName = 'render.json'

/** The digest that a review saw and an apply insists on: of the index, and through it of every byte. */
export function renderDigest(index: RenderIndex): Digest {
  return digestOf({ ...index })
}
