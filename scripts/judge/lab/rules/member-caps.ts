import { bearerOf } from '../bearer.ts'
import { excessOf } from '../excess.ts'
import { about, type LabFault } from '../lab-fault.ts'
import { measures, type Measure } from '../measures.ts'
import type { Ask, Party } from '../view.ts'
import type { MemberTotal } from '../../../model/codes/lab.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/**
 * What one member may have at the same time. Told once, at the request that rides on a grant, else at the one that asks for most. A
 * suspended member's requests are judged as if they were launched: the answer is the one they will get.
 */
export const memberCaps: LabRule = (view, { lab, grants }, today) =>
  measures.flatMap((measure) => {
    const limit = measure.cap(lab.caps.member)
    const over = view.parties.filter(({ asked }) => asked[measure.key] > limit)
    return over.flatMap((party) => told(measure, party, limit, bearerOf(measure, party, limit, { grants, today })))
  })

function told(measure: Measure, party: Party, limit: number, bearer: Ask | undefined): readonly LabFault[] {
  const excess = excessOf(measure, party.asks, limit, bearer)
  if (excess === undefined) return []
  const { entry, total, room } = excess
  const args: MemberTotal = { ...total, member: party.owner, room }
  const details = { law: { by: 'lab' }, lift: total.asked } as const
  return [about(entry, fault(`member-${measure.what}`, args, measure.path(entry.object), details))]
}
