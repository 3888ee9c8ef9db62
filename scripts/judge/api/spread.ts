import type { TopologySpreadConstraint } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, between, each, fields, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { labelSelector } from './labels.ts'
import { selectorHas } from './selects.ts'
import { qualifiedName } from './texts.ts'

const domains: Check<TopologySpreadConstraint> = ({ minDomains, whenUnsatisfiable }, at) =>
  minDomains === undefined || whenUnsatisfiable === 'DoNotSchedule'
    ? none
    : refuse('contradiction', { rule: 'domains-only-when-hard' }, below(at, 'minDomains'))

const labelKeys: Check<TopologySpreadConstraint> = ({ matchLabelKeys = [], labelSelector: selector }, at, around) => {
  const place = below(at, 'matchLabelKeys')
  const found =
    matchLabelKeys.length > 0 && selector === undefined
      ? refuse('field-forbidden', { field: 'matchLabelKeys', because: 'needs-label-selector' }, place)
      : each(qualifiedName)(matchLabelKeys, place, around)
  return matchLabelKeys.reduce((so, key, index) => {
    return selector && selectorHas(selector, key)
      ? join(so, refuse('contradiction', { rule: 'label-key-twice' }, below(place, index)))
      : so
  }, found)
}

const distinct: Check<readonly TopologySpreadConstraint[]> = (list, at) =>
  list.reduce((found, { topologyKey, whenUnsatisfiable }, index) => {
    const again = list
      .slice(index + 1)
      .some((other) => other.topologyKey === topologyKey && other.whenUnsatisfiable === whenUnsatisfiable)
    return again ? join(found, refuse('value-duplicate', { value: topologyKey }, below(at, index))) : found
  }, none)

const policy = oneOf('Honor', 'Ignore')

/** How evenly pods are spread. Source: pkg/apis/core/validation `validateTopologySpreadConstraints`. */
export const spread: Check<readonly TopologySpreadConstraint[]> = all(
  each(
    all(
      needs<TopologySpreadConstraint>('topologyKey'),
      fields<TopologySpreadConstraint>({
        maxSkew: between(1),
        minDomains: between(1),
        whenUnsatisfiable: oneOf('DoNotSchedule', 'ScheduleAnyway'),
        nodeAffinityPolicy: policy,
        nodeTaintsPolicy: policy,
        labelSelector,
      }),
      domains,
      labelKeys,
    ),
  ),
  distinct,
)
