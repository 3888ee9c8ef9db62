import { natureOf } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

/** A stop that takes something away, not one that waits for what goes already, or clears what never ran. */
export function stopsAlive({ operation, note }: Step): boolean {
  return (operation === 'stop' || operation === 'delete') && note === undefined
}

/** What a step takes from a member: a live run stopped or replaced, an object deleted, a disk released. */
export function isLoss(step: Step): boolean {
  const { operation, note, key, args } = step
  const endsRun = (operation === 'stop' || operation === 'replace') && natureOf(key) === 'run' && args['live'] === true
  return endsRun || (operation === 'delete' && note === undefined) || operation === 'release'
}
