import { fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Pods that are to do different things must know which they are; without an index all do the same. */
export const sweepsAreIndexed: Rule = ({ kind, manifest: { spec } }) => {
  if (kind !== 'Job' || !isObject(spec)) return []
  const { completions, completionMode } = spec
  if (typeof completions !== 'number' || completions <= 1 || completionMode === 'Indexed') return []
  return [fault('job-not-indexed', { completions }, ['spec', 'completionMode'], { law: labLaw })]
}
