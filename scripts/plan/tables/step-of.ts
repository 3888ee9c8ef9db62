import type { Case } from '../case.ts'
import type { MemoryRecord } from '../../model/memory.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Hold, Note, Operation, Refusal, Step } from '../../model/plan.ts'

/** A step about a case. `after` is what is remembered then; `undefined`: nothing. */
export function stepOf(
  { key, member, wanted, record }: Case,
  operation: Operation,
  after: MemoryRecord | undefined,
  more: Partial<Step> = {},
): Step {
  return {
    key,
    member,
    operation,
    args: {},
    ...(wanted && { wanted }),
    ...(record && { before: record }),
    ...(after && { after }),
    ...more,
  }
}

export function keep(the: Case, note?: Note, args: JsonObject = {}): Step {
  return stepOf(the, 'keep', the.record, { args, ...(note && { note }) })
}

export function hold(the: Case, reason: Hold, args: JsonObject = {}): Step {
  return stepOf(the, 'hold', the.record, { hold: reason, args })
}

export function refuse(the: Case, refusal: Refusal, args: JsonObject = {}): Step {
  return stepOf(the, 'refuse', the.record, { refusal, args })
}

/** The memory of what is confirmed gone, or not ours, is dropped. */
export function forget(the: Case, note?: Note): Step {
  return stepOf(the, 'forget', undefined, note && { note })
}

/** Somebody's object is in the way: how it can be told. */
export function stranger({ live, holder, rival }: Case): JsonObject {
  const by = rival ?? holder ?? live?.marks?.owner
  return { ...(live && { uid: live.uid }), ...(by !== undefined && { by }) }
}
