import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

const kinds: ReadonlySet<string> = new Set([
  'v1/Pod',
  'batch/v1/Job',
  'v1/PersistentVolumeClaim',
  'v1/ConfigMap',
  'v1/Service',
  'apps/v1/Deployment',
  'networking.k8s.io/v1/Ingress',
])

/** A closed world: a kind that the lab has no use for is refused by name, whatever the schemas know. */
export const closedKinds: Rule = ({ manifest, kind }) => {
  const apiVersion = typeof manifest['apiVersion'] === 'string' ? manifest['apiVersion'] : '?'
  if (kinds.has(`${apiVersion}/${kind}`)) return []
  if (kind === 'Secret') return [fault('secret-in-git', {}, ['kind'], { law: labLaw })]
  return [fault('kind-closed', { apiVersion, kind }, ['kind'], { law: labLaw })]
}
