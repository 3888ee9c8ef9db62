import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import { nameOf } from '../../../model/manifest.ts'
import { labLaw } from '../readings/law.ts'
import { labPrefix, marksOf } from '../readings/marks.ts'
import type { Rule } from '../rule.ts'

/** Object and pod say whose they are and what they belong to; what a label says is compared, never believed. */
export const ownLabels: Rule = ({ manifest, pod }, { request, prefix }) => {
  const expected = { 'lab/owner': request.owner, 'lab/name': shortName(nameOf(manifest), prefix) }
  const own = faultsAt(manifest['metadata'], ['metadata', 'labels'], expected)
  if (pod === undefined || pod.path.length === 0) return own
  return [...own, ...faultsAt(pod.metadata, [...pod.path, 'metadata', 'labels'], expected)]
}

function faultsAt(metadata: unknown, path: Path, expected: Readonly<Record<string, string>>): readonly Fault[] {
  const marks = marksOf(metadata, 'labels', labPrefix)
  const missing = Object.entries(expected).filter(([label]) => !marks.some(({ key }) => key === label))
  const wrong = marks.flatMap(({ key, value }): readonly Fault[] => {
    const right = Object.hasOwn(expected, key) ? expected[key] : undefined
    if (value === right) return []
    const at = [...path, key]
    if (right === undefined) return [fault('label-reserved', { label: key }, at, { law: labLaw })]
    return [fault('label-foreign', { label: key, value, expected: right }, at, { law: labLaw })]
  })
  if (missing.length === 0) return wrong
  const args = { expected: Object.fromEntries(missing) }
  return [fault('labels-missing', args, path, { law: labLaw }), ...wrong]
}

/** `dev` of `alice-dev`; a name without the prefix is another rule's. */
function shortName(name: string, prefix: string): string {
  return name.startsWith(`${prefix}-`) ? name.slice(prefix.length + 1) : name
}
