import { fault, type Fault } from '../../../model/finding.ts'
import { isObject, type Json, type Path } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** What selects pods selects its owner's only: else a Service would send others' traffic, and a Deployment adopt others' pods. */
export const ownSelectors: Rule = ({ manifest, kind }, { request }) => {
  const spec = isObject(manifest['spec']) ? manifest['spec'] : {}
  if (kind === 'Service') return faultsAt(spec['selector'], ['spec', 'selector'], request.owner)
  if (kind !== 'Deployment') return []
  const selector = isObject(spec['selector']) ? spec['selector']['matchLabels'] : undefined
  return faultsAt(selector, ['spec', 'selector', 'matchLabels'], request.owner)
}

function faultsAt(selector: Json | undefined, path: Path, owner: string): readonly Fault[] {
  const selected = isObject(selector) ? selector['lab/owner'] : undefined
  if (selected === owner) return []
  return [fault('selector-foreign', { expected: owner }, path, { law: labLaw })]
}
