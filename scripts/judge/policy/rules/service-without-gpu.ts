import { fault } from '../../../model/finding.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A Deployment mostly waits; a card that waits is a card that nobody has. */
export const serviceWithoutGpu: Rule = ({ kind, gpuAsks: [ask] }, { lab }) => {
  if (kind !== 'Deployment' || ask === undefined) return []
  return [fault('service-gpu', { resource: ask.resource }, ask.path, { law: nrpLaw(lab.rules.service) })]
}
