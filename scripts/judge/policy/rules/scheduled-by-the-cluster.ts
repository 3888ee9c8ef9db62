import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const fields = ['nodeName', 'schedulerName', 'runtimeClassName'] as const

/** Who names a machine or another scheduler passes by quotas, taints and everybody who waits. */
export const scheduledByTheCluster: Rule = ({ pod }) => {
  if (pod === undefined) return []
  const { spec, path } = pod
  return fields
    .filter((field) => (spec[field] ?? '') !== '' && spec[field] !== 'default-scheduler')
    .map((field) => fault('scheduling-bypassed', { field }, [...path, 'spec', field], { law: labLaw }))
}
