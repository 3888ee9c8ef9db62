import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from '../model/canonical-json.ts'
import type { MainCommit } from '../model/main-commit.ts'
import type { Commit } from '../model/memory.ts'

/** What the lane says about a merge, in the merge commit's message. */
export interface MergeRecord {
  readonly v: 1
  readonly pull: number
  readonly head: Commit
  /** The commit of main that it was judged against: the merge's first parent. */
  readonly main: Commit
  /** The tree that was judged, which is the merge's. */
  readonly tree: string
}

/** The lines that a merge's message ends with: the record, and an Ed25519 signature over it. */
export function sealed(record: MergeRecord, key: KeyObject): string {
  const text = canonicalJson({ ...record })
  return `Lab-Record: ${text}\nLab-Seal: ${sign(null, Buffer.from(text), key).toString('base64')}\n`
}

/**
 * Whether the lane made this commit as it is. Threat: a record that was copied from another commit names another tree, or the same
 * tree on another main; one that was made up has no signature.
 */
export function isSealed({ tree, parent, message }: MainCommit, seal: string): boolean {
  const text = /^Lab-Record: (.*)$/m.exec(message)?.[1]
  const signature = /^Lab-Seal: ([A-Za-z0-9+/]{86}==)$/m.exec(message)?.[1]
  if (text === undefined || signature === undefined) return false
  const key = createPublicKey({ key: Buffer.from(seal, 'base64'), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))) return false
  const record = JSON.parse(text) as MergeRecord
  return record.v === 1 && record.tree === tree && record.main === parent
}
