import { fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const secondsPerDay = 86_400

/** The cluster's own time for finished Jobs was said to be a week and seen to be a day: so it is written down. */
export const finishedJobsGo: Rule = ({ kind, manifest: { spec } }, { lab }) => {
  if (kind !== 'Job' || (isObject(spec) && typeof spec['ttlSecondsAfterFinished'] === 'number')) return []
  const days = lab.defaults.keepFinishedDays
  const args = { seconds: days * secondsPerDay, days }
  return [fault('job-stays', args, ['spec', 'ttlSecondsAfterFinished'], { law: labLaw })]
}
