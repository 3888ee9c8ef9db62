import type { Commit } from '../model/memory.ts'
import type { Conclusion, Marks } from '../model/forge.ts'

/** Best first. */
const order: readonly Conclusion[] = ['success', 'action_required', 'failure', 'cancelled']

interface Marked {
  readonly head: Commit
  readonly marks: Marks
}

/** A check belongs to a commit: where two pull requests have one head, both bear the better one. Merged is only the one that earned it. */
export function sharedChecks<T extends Marked>(all: readonly T[]): readonly T[] {
  const best = new Map<Commit, Marks['check']>()
  for (const { head, marks } of all) {
    const other = best.get(head)
    if (other === undefined || rank(marks.check) < rank(other)) best.set(head, marks.check)
  }
  return all.map((one) => ({ ...one, marks: { ...one.marks, check: best.get(one.head) ?? one.marks.check } }))
}

function rank({ conclusion }: Marks['check']): number {
  return order.indexOf(conclusion)
}
