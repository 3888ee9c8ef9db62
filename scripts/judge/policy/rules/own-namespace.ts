import { fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Every object is made in the lab's namespace, and says so: kubectl would put it wherever its user happens to be. */
export const ownNamespace: Rule = ({ manifest }, { lab }) => {
  const expected = lab.namespace
  const namespace = isObject(manifest['metadata']) ? manifest['metadata']['namespace'] : undefined
  if (namespace === expected) return []
  const path = ['metadata', 'namespace']
  if (typeof namespace !== 'string') return [fault('namespace-missing', { expected }, path, { law: labLaw })]
  return [fault('namespace-foreign', { namespace, expected }, path, { law: labLaw })]
}
