import { isObject } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { ClaimRecord, MemoryRecord, StandingRecord, Uid } from '../model/memory.ts'
import { observedDigest } from '../model/owned.ts'

/** The record with what only the server could tell. */
export function withIdentity(record: MemoryRecord | undefined, object: Manifest): MemoryRecord | undefined {
  if (record === undefined || 'run' in record) return record
  const uid = uidOf(object)
  if ('incarnation' in record) return { ...record, uid } satisfies ClaimRecord
  return { ...record, uid, observed: observedDigest(object) } satisfies StandingRecord
}

export function uidOf({ metadata }: Manifest): Uid {
  const uid = isObject(metadata) ? metadata['uid'] : undefined
  if (typeof uid !== 'string') throw new Error('the server answered without a UID')
  return uid
}
