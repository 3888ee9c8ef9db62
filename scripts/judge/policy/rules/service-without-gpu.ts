import { fault } from '../../../model/finding.ts'
import { gpuAsks } from '../readings/gpus.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A Deployment mostly waits; a card that waits is a card that nobody has. */
export const serviceWithoutGpu: Rule = ({ kind, containers }, { lab, catalogue }) => {
  if (kind !== 'Deployment') return []
  const [ask] = gpuAsks(containers, catalogue)
  if (ask === undefined) return []
  return [fault('service-gpu', { resource: ask.resource }, ask.path, { law: nrpLaw(lab.rules.service) })]
}
