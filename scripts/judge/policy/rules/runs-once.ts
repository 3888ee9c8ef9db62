import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A run that ended is over: a bare pod that starts its program again and again never is. Unset means `Always` there. */
export const runsOnce: Rule = ({ kind, pod }) => {
  if (kind !== 'Pod' || pod === undefined || pod.spec.restartPolicy === 'Never') return []
  const policy = pod.spec.restartPolicy ?? 'Always'
  return [fault('restart-policy', { policy }, ['spec', 'restartPolicy'], { law: labLaw })]
}
