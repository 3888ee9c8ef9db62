import type {
  Affinity,
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PreferredSchedulingTerm,
} from 'kubernetes-types/core/v1.js'
import type { Around } from './around.ts'
import { below } from './at.ts'
import { all, each, fields, join, needs, none, refuse, type Check } from './check.ts'
import { podAffinity } from './pod-affinity.ts'
import { qualifiedName, text } from './texts.ts'
import { weight } from './weight.ts'

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
    all(weight, fields<PreferredSchedulingTerm>({ preference: term(() => none) })),
  ),
})

/** Where a pod wants to run. Source: pkg/apis/core/validation `validateAffinity`. */
export const affinity: Check<Affinity, Around> = fields<Affinity, Around>({
  nodeAffinity,
  podAffinity,
  podAntiAffinity: podAffinity,
})
