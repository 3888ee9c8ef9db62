import { describe, expect, test } from 'vitest'
import type { MemoryRecord, StandingRecord } from '../model/memory.ts'
import type { Operation, Step } from '../model/plan.ts'
import { intentOf } from './intent.ts'

const now = '2026-11-24T10:00:00Z'
const kept: StandingRecord = { phase: 'kept', uid: 'old', digest: 'd1', observed: 'o1' }
const after: StandingRecord = { phase: 'kept', uid: 'new', digest: 'd2' }

function intended(operation: Operation, uid: string | undefined, before?: MemoryRecord): MemoryRecord | undefined {
  const step: Step = { key: 'ConfigMap/a-x', member: 'a', operation, args: {}, after }
  return intentOf({ ...step, ...(uid !== undefined && { uid }), ...(before && { before }) }, now)
}

describe('what is changed or deleted is remembered by its UID before that', () => {
  const unheard: StandingRecord = { phase: 'intended', digest: 'd1' }
  test.each<[string, Operation, MemoryRecord | undefined, MemoryRecord]>([
    ['a change of what is remembered', 'update', kept, kept],
    ['a change of what was made before a crash', 'update', unheard, { ...unheard, uid: 'new' }],
    ['a change of what is there in place of it', 'update', kept, { phase: 'intended', uid: 'new', digest: 'd1' }],
    ['a change of what nobody remembers', 'update', undefined, { ...after, phase: 'intended' }],
    ['the end of what was made before a crash', 'delete', unheard, { ...unheard, uid: 'new' }],
    ['the replacement of what was made before a crash', 'replace', unheard, { ...unheard, uid: 'new' }],
  ])('%s', (_, operation, before, record) => {
    expect(intended(operation, record === kept ? 'old' : 'new', before)).toEqual(record)
  })
})
