import type { Inventory, MemoryRecord } from '../../model/memory.ts'
import { memoryLimit, memoryText } from '../../model/memory-text.ts'
import type { Key } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

/** Of one member: what would be remembered while the plan is carried out is the old and the new together; too much of it takes no new names. */
export function withinMemory(steps: readonly Step[], inventory: Inventory): readonly Step[] {
  if (!steps.some(isNew)) return steps
  const bytes = Buffer.byteLength(memoryText({ ...inventory, records: union(inventory, steps) }))
  return bytes <= memoryLimit ? steps : steps.map((step) => (isNew(step) ? refused(step, bytes) : step))
}

function union({ records }: Inventory, steps: readonly Step[]): Record<Key, MemoryRecord> {
  const next = steps.flatMap(({ key, after }) => (after === undefined ? [] : [[key, after] as const]))
  return { ...records, ...Object.fromEntries(next) }
}

function isNew({ before, after }: Step): boolean {
  return before === undefined && after !== undefined
}

function refused(step: Step, bytes: number): Step {
  const { after: _, uid: __, patch: ___, waits: ____, ...rest } = step
  return { ...rest, operation: 'refuse', refusal: 'memory-full', args: { bytes, limit: memoryLimit } }
}
