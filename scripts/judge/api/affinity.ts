import type {
  Affinity,
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  PreferredSchedulingTerm,
  WeightedPodAffinityTerm,
} from 'kubernetes-types/core/v1.js'
import type { LabelSelector } from 'kubernetes-types/meta/v1.js'
import { below, type At } from './at.ts'
import {
  all,
  between,
  each,
  fields,
  given,
  isEmpty,
  join,
  needs,
  none,
  refuse,
  type Check,
  type Faults,
} from './check.ts'
import { labelSelector } from './labels.ts'
import { qualifiedName, text } from './texts.ts'

type Takes = 'some' | 'none' | 'one'

const takes: Readonly<Record<string, Takes>> = {
  In: 'some',
  NotIn: 'some',
  Exists: 'none',
  DoesNotExist: 'none',
  Gt: 'one',
  Lt: 'one',
}

const operatorAndValues: Check<NodeSelectorRequirement> = ({ operator, values = [] }, at) => {
  const wanted = Object.hasOwn(takes, operator ?? '') ? takes[operator] : undefined
  const place = below(at, 'values')
  if (wanted === undefined)
    return refuse('operator-unknown', { operator: operator ?? '', allowed: Object.keys(takes) }, below(at, 'operator'))
  if (wanted === 'some' && values.length === 0) return refuse('value-required', { field: 'values' }, place)
  if (wanted === 'one' && values.length !== 1)
    return refuse('one-value-needed', { operator, count: values.length }, place)
  if (wanted === 'none' && values.length > 0)
    return refuse('field-forbidden', { field: 'values', because: 'operator-takes-none' }, place)
  return none
}

const onLabels = (values: Check<readonly string[]>): Check<NodeSelectorRequirement> =>
  all(operatorAndValues, fields<NodeSelectorRequirement>({ key: qualifiedName, values }))

/** The only field of a machine that can be picked by is its name. */
const onFields: Check<NodeSelectorRequirement> = ({ key, operator, values = [] }, at, around) => {
  const known = operator === 'In' || operator === 'NotIn'
  const named = known ? none : refuse('operator-unknown', { operator, allowed: ['In', 'NotIn'] }, below(at, 'operator'))
  const single =
    !known || values.length === 1
      ? none
      : refuse('one-value-needed', { operator, count: values.length }, below(at, 'values'))
  const found = join(named, single)
  if (key !== 'metadata.name')
    return join(found, refuse('value-malformed', { value: key, form: 'node-field' }, below(at, 'key')))
  return join(found, each(text('subdomain'))(values, below(at, 'values'), around))
}

const term = (values: Check<readonly string[]>): Check<NodeSelectorTerm> =>
  fields<NodeSelectorTerm>({ matchExpressions: each(onLabels(values)), matchFields: each(onFields) })

/** Values are judged where the machine must fit, and not where it would only be liked. */
const nodeAffinity: Check<NodeAffinity> = fields<NodeAffinity>({
  requiredDuringSchedulingIgnoredDuringExecution: all(
    needs<NodeSelector>('nodeSelectorTerms'),
    fields<NodeSelector>({ nodeSelectorTerms: each(term(each(text('label-value')))) }),
  ),
  preferredDuringSchedulingIgnoredDuringExecution: each(
    all(weight<PreferredSchedulingTerm>(), fields<PreferredSchedulingTerm>({ preference: term(() => none) })),
  ),
})

function weight<T extends { weight: number }>(): Check<T> {
  return ({ weight: value }, at, around) => between(1, 100)(value, below(at, 'weight'), around)
}

function keysNeedSelector(
  keys: readonly string[] | undefined,
  selector: LabelSelector | undefined,
  field: string,
  at: At,
): Faults {
  if (keys === undefined || keys.length === 0) return none
  const place = below(at, field)
  if (selector === undefined) return refuse('field-forbidden', { field, because: 'needs-label-selector' }, place)
  return each(qualifiedName)(keys, place, undefined)
}

const labelKeys: Check<PodAffinityTerm> = ({ matchLabelKeys, mismatchLabelKeys = [], labelSelector: selector }, at) => {
  const found = join(
    keysNeedSelector(matchLabelKeys, selector, 'matchLabelKeys', at),
    keysNeedSelector(mismatchLabelKeys, selector, 'mismatchLabelKeys', at),
  )
  return (matchLabelKeys ?? []).reduce((so, key, index) => {
    if (!mismatchLabelKeys.includes(key)) return so
    return join(so, refuse('contradiction', { rule: 'label-key-twice' }, below(at, 'matchLabelKeys', index)))
  }, found)
}

const podTerm: Check<PodAffinityTerm> = all(
  needs<PodAffinityTerm>('topologyKey'),
  fields<PodAffinityTerm>({
    labelSelector,
    namespaceSelector: labelSelector,
    namespaces: each(text('label')),
    topologyKey: given(qualifiedName),
  }),
  labelKeys,
)

const podTerms = fields<PodAffinity>({
  requiredDuringSchedulingIgnoredDuringExecution: each(podTerm),
  preferredDuringSchedulingIgnoredDuringExecution: each(
    all(weight<WeightedPodAffinityTerm>(), fields<WeightedPodAffinityTerm>({ podAffinityTerm: podTerm })),
  ),
})

/** Where a pod wants to run. Source: pkg/apis/core/validation `validateAffinity`. */
export const affinity: Check<Affinity> = fields<Affinity>({
  nodeAffinity,
  podAffinity: podTerms,
  podAntiAffinity: podTerms,
})

/** A key that a selector names already. */
export const selectorHas = (selector: LabelSelector | undefined, key: string): boolean =>
  (!isEmpty(selector?.matchLabels) && Object.hasOwn(selector?.matchLabels ?? {}, key)) ||
  (selector?.matchExpressions ?? []).some((expression) => expression.key === key)
