import { excessOf } from '../excess.ts'
import { about, type LabFault } from '../lab-fault.ts'
import { lawOf } from '../law-of.ts'
import type { Ask } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { Lab } from '../../../model/lab.ts'
import type { LabRule } from './rule.ts'

/**
 * How many Jobs may be submitted at once. One member above it is an error, whose way out is a sweep: one Job for many runs. The members
 * together are a warning at the one who has most.
 */
export const jobs: LabRule = (view, { lab }) => {
  const own = view.parties.filter(({ asked }) => asked.jobs > lab.rules.jobs.count)
  if (own.length > 0) return own.flatMap((party) => tooMany(party.asks, lab, party.owner))
  const launched = view.parties.flatMap((party) => (party.isLaunched ? party.asks : []))
  return tooMany(launched, lab)
}

function tooMany(asks: readonly Ask[], lab: Lab, member?: string): readonly LabFault[] {
  const excess = excessOf({ key: 'jobs', per: 1 }, asks, lab.rules.jobs.count)
  if (excess === undefined) return []
  const severity = member === undefined ? 'warning' : 'error'
  const args = { ...excess.total, ...(member !== undefined && { member }) }
  return [about(excess.entry, fault('jobs-too-many', args, [], { severity, law: lawOf(lab.rules.jobs) }))]
}
