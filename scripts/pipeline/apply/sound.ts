import type { Desired } from '../../model/desired.ts'
import type { Plan } from '../../model/plan.ts'
import type { IsSound } from './soundness.ts'

/** Without the members who are not sound, who are frozen: every member is judged. */
export function sound(desired: Desired, isSound: IsSound): Desired {
  return without(
    desired,
    ownersOf(desired).filter((owner) => !isSound(owner)),
  )
}

/**
 * A plan that does nothing for members who were not judged, or are not sound. Who only keeps what is there is not judged: nothing of
 * theirs is written, and the job that rendered it has told what is wrong with it.
 */
export function planOfSound(desired: Desired, isSound: IsSound, planOf: (desired: Desired) => Plan): Plan {
  const plan = planOr(() => planOf(sound(desired, isSound)), desired, planOf)
  const due = new Set(plan.steps.flatMap(({ operation, member }) => (operation === 'keep' ? [] : [member])))
  const unsound = ownersOf(desired).filter((owner) => due.has(owner) && !isSound(owner))
  return unsound.length === 0 ? plan : planOfSound(without(desired, unsound), isSound, planOf)
}

/** Whether anything is to be written for anybody; what cannot be planned is to be judged too. */
export function isDue(desired: Desired, planOf: (desired: Desired) => Plan): boolean {
  const plan = planOr(() => undefined, desired, planOf)
  return plan === undefined || plan.steps.some(({ operation }) => operation !== 'keep')
}

/** What nobody has judged may be such that no plan can be made of it. */
function planOr<T>(otherwise: () => T, desired: Desired, planOf: (desired: Desired) => Plan): Plan | T {
  try {
    return planOf(desired)
  } catch {
    return otherwise()
  }
}

function ownersOf({ wanted }: Desired): readonly string[] {
  return [...new Set(wanted.map(({ owner }) => owner))]
}

function without(desired: Desired, members: readonly string[]): Desired {
  if (members.length === 0) return desired
  const out = new Set(members)
  const broken = [...new Set([...desired.broken, ...members])].sort()
  return { ...desired, wanted: desired.wanted.filter(({ owner }) => !out.has(owner)), broken }
}
