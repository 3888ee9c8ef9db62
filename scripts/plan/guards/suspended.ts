import { held } from '../queue/held.ts'
import type { Lab } from '../../model/lab.ts'
import type { Commit } from '../../model/memory.ts'
import type { Step } from '../../model/plan.ts'

/** Of a member who is suspended, or gone from the roster while the folder stays, nothing is made or changed; what ends, ends. */
export function suspended(step: Step, lab: Lab, commit: Commit): Step {
  const makes = ['create', 'update', 'launch', 'replace'].includes(step.operation)
  const member = Object.hasOwn(lab.members, step.member) ? lab.members[step.member] : undefined
  if (!makes || (member !== undefined && member.suspended !== true)) return step
  return held(step, { hold: 'suspended', args: { known: member !== undefined }, commit })
}
