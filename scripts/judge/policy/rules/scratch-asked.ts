import { fault, type Fault } from '../../../model/finding.ts'
import { bytesText } from '../../../model/quantity.ts'
import { amount, podAmount } from '../readings/amounts.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A pod that writes more on its machine's disk than it asked for, or than everybody gets, is thrown off in the middle of the work. */
export const scratchAsked: Rule = ({ emptyDirs, containers }, { lab }) => {
  const { scratch } = lab.rules
  const free = amount(scratch.size)
  return emptyDirs.flatMap((dir): readonly Fault[] => {
    const size = dir.medium === '' ? amount(dir.size) : 0
    if (
      size <= free ||
      size <= podAmount(containers, ({ resources }) => amount(resources?.requests?.['ephemeral-storage']))
    )
      return []
    const args = { size: bytesText(size), limit: scratch.size }
    return [fault('scratch-unasked', args, [...dir.path, 'sizeLimit'], { law: nrpLaw(scratch) })]
  })
}
