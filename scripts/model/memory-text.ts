import { canonicalJson } from './canonical-json.ts'
import { digestOf } from './digest.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Inventory, Ledger } from './memory.ts'
import { isInventory, isLedger } from './memory-shape.ts'
import type { Unreadable } from './world.ts'

/** Bytes of a memory from which on it takes no new records; the server refuses a ConfigMap beyond 1,048,576 (`apply.md` 2). */
export const memoryLimit = 900 * 1024

/** The one JSON string that is kept: canonical, with the digest of the rest as `sum`. Equal memories give equal texts. */
export function memoryText(memory: Inventory | Ledger): string {
  const data = memory as unknown as JsonObject
  return canonicalJson({ ...data, sum: digestOf(data) })
}

/** A member's memory, or why it cannot be used. */
export function readInventory(text: string | undefined, lab: string, member: string): Inventory | Unreadable {
  const value = whole(text)
  if (typeof value === 'string') return value
  if (value['lab'] !== lab) return 'other-lab'
  if (value['member'] !== member) return 'other-member'
  return isInventory(value) ? value : 'wrong-sum'
}

/** The lab's memory, or why it cannot be used. */
export function readLedger(text: string | undefined): Ledger | Unreadable {
  const value = whole(text)
  if (typeof value === 'string') return value
  return isLedger(value) ? value : 'wrong-sum'
}

/** The version comes before the sum: a newer one may sum differently. */
function whole(text: string | undefined): JsonObject | Unreadable {
  const value = parsed(text)
  if (!isObject(value)) return 'not-json'
  const { sum, ...rest } = value
  if (typeof rest['version'] === 'number' && rest['version'] > 1) return 'newer-version'
  return sum === digestOf(rest) ? rest : 'wrong-sum'
}

function parsed(text: string | undefined): Json | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json)
  } catch {
    return undefined
  }
}
