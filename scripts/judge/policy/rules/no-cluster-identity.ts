import { fault } from '../../../model/finding.ts'
import { pathText, type Path } from '../../../model/json.ts'
import type { PodTemplate } from '../../../model/workload.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Service accounts may change the namespace. A run must not speak as one, and unless told otherwise Kubernetes gives each pod the token of one. */
export const noClusterIdentity: Rule = ({ pod }) => {
  if (pod === undefined) return []
  const named = namePaths(pod).map((path) =>
    fault('cluster-identity', { field: pathText(path) }, path, { law: labLaw }),
  )
  if (pod.spec.automountServiceAccountToken === false) return named
  return [...named, fault('cluster-token', {}, [...pod.path, 'spec', 'automountServiceAccountToken'], { law: labLaw })]
}

function namePaths({ spec, path }: PodTemplate): readonly Path[] {
  const names = (['serviceAccountName', 'serviceAccount'] as const).filter((field) => (spec[field] ?? '') !== '')
  return names.map((field) => [...path, 'spec', field])
}
