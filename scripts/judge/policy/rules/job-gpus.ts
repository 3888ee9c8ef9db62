import { fault } from '../../../model/finding.ts'
import { gpuAsks, gpusOf } from '../readings/gpus.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** One pod of a Job runs on one machine, and no machine has more cards. */
export const jobGpus: Rule = ({ kind, containers }, { lab, catalogue }) => {
  const { job } = lab.rules
  const asked = kind === 'Job' ? gpusOf(containers, catalogue) : 0
  if (asked <= job.gpus) return []
  const path = gpuAsks(containers, catalogue)[0]?.path ?? []
  return [fault('job-gpus', { asked, limit: job.gpus }, path, { law: nrpLaw(job) })]
}
