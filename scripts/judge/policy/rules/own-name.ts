import { fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** A Job's pods carry its name and eleven characters more in a label of 63. Source: requests.md, "Names, labels, owner". */
const longest = 52

/** The namespace is shared: a name begins with its owner's prefix, so that no two members can take the same one. */
export const ownName: Rule = ({ manifest }, { prefix }) => {
  const name = isObject(manifest['metadata']) ? manifest['metadata']['name'] : undefined
  const path = ['metadata', 'name']
  if (typeof name !== 'string') return [fault('name-missing', { prefix }, path, { law: labLaw })]
  if (!name.startsWith(`${prefix}-`)) return [fault('name-foreign', { name, prefix }, path, { law: labLaw })]
  if (name.length <= longest) return []
  return [fault('own-name-too-long', { length: name.length, limit: longest }, path, { law: labLaw })]
}
