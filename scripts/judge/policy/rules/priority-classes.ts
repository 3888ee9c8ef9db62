import { fault } from '../../../model/finding.ts'
import { labLaw, nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** The cluster refuses all other classes; what can be pushed off its machine at any time must be able to start again. */
export const priorityClasses: Rule = ({ kind, pod }, { lab }) => {
  const priorityClass = pod?.spec.priorityClassName
  if (pod === undefined || priorityClass === undefined || priorityClass === '') return []
  const { priority } = lab.rules
  const path = [...pod.path, 'spec', 'priorityClassName']
  const law = nrpLaw(priority)
  if (!priority.allowed.includes(priorityClass)) {
    return [fault('priority-refused', { priorityClass, preemptible: priority.preemptible }, path, { law })]
  }
  if (!priority.preemptible.includes(priorityClass)) {
    return [fault('priority-special', { priorityClass }, path, { law: labLaw, lift: priorityClass })]
  }
  return kind === 'Job' ? [] : [fault('preemptible-not-job', { kind, priorityClass }, path, { law })]
}
