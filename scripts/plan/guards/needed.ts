import { stopsAlive } from '../locks/losses.ts'
import type { Key } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

/** What live work reads is deleted after it: after the stops of this plan where the same member's are all of it, else by a later plan. */
export function needed(step: Step, mountedBy: ReadonlyMap<Key, readonly Key[]>, steps: readonly Step[]): Step {
  const by = mountedBy.get(step.key) ?? []
  if ((step.operation !== 'delete' && step.operation !== 'replace') || step.note === 'going' || by.length === 0)
    return step
  const stops = steps.filter((other) => other.member === step.member && stopsAlive(other) && by.includes(other.key))
  const isAll = by.every((key) => stops.some((other) => other.key === key))
  if (isAll) return { ...step, waits: by.toSorted() }
  const { uid: _, after: __, ...rest } = step
  return {
    ...rest,
    operation: 'hold',
    hold: 'needed',
    args: { by: by.toSorted() },
    ...(step.before && { after: step.before }),
  }
}
