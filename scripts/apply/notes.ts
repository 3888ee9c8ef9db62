import type { Answer } from '../model/ask.ts'
import { canonicalJson } from '../model/canonical-json.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import type { Inventory, MemoryRecord } from '../model/memory.ts'
import { inventoryName } from '../model/memory-name.ts'
import { memoryText } from '../model/memory-text.ts'
import type { Key } from '../model/object-key.ts'
import type { Reading } from '../model/world.ts'
import { send, type Work } from './effect.ts'
import type { Task } from './task.ts'

/** A member's memory as it was last read or written; `version` is absent where there is none yet. */
export interface Notes {
  readonly inventory: Inventory
  readonly version?: string
}

export type Noted = { readonly notes: Notes } | { readonly failed: Exclude<Answer, { said: 'done' }> }

export function notesOf(reading: Reading<Inventory>, lab: string, member: string): Notes {
  if (reading.state === 'unreadable')
    throw new Error(`the memory of ${member} cannot be read, so nothing of theirs may be done`)
  if (reading.state === 'absent') return { inventory: { version: 1, lab, member, records: {} } }
  return { inventory: reading.value, version: reading.version }
}

/** What the tasks know put into the notes; a step later in the list speaks for its key. Untouched records stay, whatever they hold. */
export function withTasks({ inventory, ...rest }: Notes, tasks: readonly Task[], dropping: 'drop' | 'keep'): Notes {
  const records: Record<Key, MemoryRecord> = { ...inventory.records }
  for (const { step, record } of tasks) {
    if (record !== undefined) records[step.key] = record
    else if (dropping === 'drop') delete records[step.key]
  }
  return { ...rest, inventory: { ...inventory, records } }
}

/** Writes only what changed, and only over what was read. */
export function* note(before: Notes, after: Notes): Work<Noted> {
  if (isSame(before, after)) return { notes: before }
  const { inventory, version } = after
  const ask = { do: 'remember', name: inventoryName(inventory.member), text: memoryText(inventory) } as const
  const [answer] = yield* send([{ ...ask, ...(version !== undefined && { version }) }])
  if (answer === undefined || answer.said !== 'done') return { failed: answer ?? { said: 'not-sent' } }
  return { notes: { inventory, version: versionOf(answer.object) } }
}

function isSame(before: Notes, after: Notes): boolean {
  return (
    canonicalJson(before.inventory as unknown as JsonObject) === canonicalJson(after.inventory as unknown as JsonObject)
  )
}

export function versionOf({ metadata }: JsonObject): string {
  const version = isObject(metadata) ? metadata['resourceVersion'] : undefined
  if (typeof version !== 'string') throw new Error('the server answered without a resourceVersion')
  return version
}
