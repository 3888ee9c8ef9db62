import type { Toleration } from 'kubernetes-types/core/v1.js'
import { fault, type Fault } from '../../../model/finding.ts'
import type { Path } from '../../../model/json.ts'
import type { Lab, Taint } from '../../../model/lab.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** The cluster puts this one on by itself where four or eight cards are asked for. Source: NRP's page `running/gpu-pods`. */
const automatic = 'large-gpu'

/** Machines are closed for a reason: only what NRP lets everybody tolerate, or a group that it authorised, may be written. */
export const tolerations: Rule = ({ pod }, { lab }) => {
  if (pod === undefined) return []
  const path = [...pod.path, 'spec', 'tolerations']
  return (pod.spec.tolerations ?? []).flatMap((toleration, index) => faultsIn(toleration, [...path, index], lab))
}

function faultsIn(toleration: Toleration, path: Path, { rules: { taints } }: Lab): readonly Fault[] {
  const law = nrpLaw(taints)
  const { key = '', value = '' } = toleration
  const taint = value === '' ? key : `${key}=${value}`
  if (key === '') return [fault('toleration-of-all', {}, path, { law })]
  if (taints.never.includes(key)) return [fault('toleration-never', { key }, path, { law })]
  if (value === automatic) return [fault('toleration-automatic', { taint }, path, { law })]
  const renamed = Object.hasOwn(taints.renamed, key) ? taints.renamed[key] : undefined
  if (renamed !== undefined) return [fault('toleration-renamed', { key, now: renamed }, path, { law })]
  if (taints.allowed.some((allowed) => covers(allowed, toleration))) return []
  if (taints.authorised.some((authorised) => covers(authorised, toleration) || isWhole(authorised, toleration))) {
    return [fault('toleration-authorised', { taint }, path, { law, lift: taint })]
  }
  return [fault('toleration-unknown', { taint }, path, { law })]
}

/** A toleration without a value tolerates every value of its key, so it is covered only by a taint without one. */
function covers(taint: Taint, { key, value, operator }: Toleration): boolean {
  if (taint.key !== key) return false
  return taint.value === undefined || (operator !== 'Exists' && taint.value === value)
}

/** A toleration of all values of a key of which some are for authorised groups. */
function isWhole(taint: Taint, { key, operator }: Toleration): boolean {
  return taint.key === key && operator === 'Exists'
}
