import { excessOf } from '../excess.ts'
import { about } from '../lab-fault.ts'
import { lawOf } from '../law-of.ts'
import { gpus } from '../measures.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/** NRP wants to hear of a plan before many GPUs are used at once. What the lab's own cap holds back does not run at once. */
export const plan: LabRule = (view, { lab }) => {
  if (lab.caps.lab.gpus <= lab.rules.plan.gpus) return []
  const launched = view.parties.flatMap((party) => (party.isLaunched ? party.asks : []))
  const excess = excessOf(gpus, launched, lab.rules.plan.gpus)
  if (excess === undefined) return []
  const { entry, total } = excess
  const details = { severity: 'warning', law: lawOf(lab.rules.plan) } as const
  return [about(entry, fault('plan-wanted', total, gpus.path(entry.object), details))]
}
