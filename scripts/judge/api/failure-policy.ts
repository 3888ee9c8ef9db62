import type {
  JobSpec,
  PodFailurePolicy,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from 'kubernetes-types/batch/v1.js'
import { below } from './at.ts'
import { all, each, fields, given, isEmpty, join, needs, none, oneOf, refuse, type Check } from './check.ts'
import { qualifiedName } from './texts.ts'

const most = { rules: 20, codes: 255, conditions: 20 }

function atMost(limit: number): Check<readonly unknown[]> {
  return (list, at) => (list.length > limit ? refuse('too-many', { count: list.length, limit }, at) : none)
}

const action: Check<string, JobSpec> = (value, at, { backoffLimitPerIndex }) =>
  value === 'FailIndex' && backoffLimitPerIndex === undefined
    ? refuse('contradiction', { rule: 'fail-index-without-limit' }, at)
    : none

const ordered: Check<PodFailurePolicyOnExitCodesRequirement> = ({ operator, values }, at) => {
  const place = below(at, 'values')
  if (values.length === 0) return refuse('value-malformed', { value: '', form: 'not-empty' }, place)
  const sorted = values.every((value, index) => index === 0 || (values[index - 1] ?? 0) <= value)
  const start = sorted ? none : refuse('value-malformed', { value: values.join(', '), form: 'ordered' }, place)
  return values.reduce((found, value, index) => {
    const zero =
      operator === 'In' && value === 0
        ? refuse('contradiction', { rule: 'success-is-no-failure' }, below(place, index))
        : none
    const twice =
      values.indexOf(value) === index ? none : refuse('value-duplicate', { value: String(value) }, below(place, index))
    return join(found, join(zero, twice))
  }, start)
}

const knownContainer: Check<string, JobSpec> = (value, at, { template }) => {
  const { containers = [], initContainers = [] } = template?.spec ?? {}
  const known = [...containers, ...initContainers].some(({ name }) => name === value)
  return known ? none : refuse('value-malformed', { value, form: 'container-name' }, at)
}

const exitCodes = all<PodFailurePolicyOnExitCodesRequirement, JobSpec>(
  needs<PodFailurePolicyOnExitCodesRequirement>('operator'),
  fields<PodFailurePolicyOnExitCodesRequirement, JobSpec>({
    operator: given(oneOf('In', 'NotIn')),
    containerName: knownContainer,
    values: atMost(most.codes),
  }),
  ordered,
)

const conditions: Check<readonly PodFailurePolicyOnPodConditionsPattern[]> = all(
  atMost(most.conditions),
  each(
    fields<PodFailurePolicyOnPodConditionsPattern>({
      type: qualifiedName,
      status: given(oneOf('False', 'True', 'Unknown')),
    }),
  ),
)

const oneSign: Check<PodFailurePolicyRule> = ({ onExitCodes, onPodConditions }, at) => {
  const members = ['onExitCodes', 'onPodConditions']
  if (onExitCodes && !isEmpty(onPodConditions)) return refuse('only-one-of', { fields: members }, at)
  return onExitCodes || !isEmpty(onPodConditions) ? none : refuse('one-of-missing', { fields: members }, at)
}

const rule = all<PodFailurePolicyRule, JobSpec>(
  needs<PodFailurePolicyRule>('action'),
  fields<PodFailurePolicyRule, JobSpec>({
    action: given(all(oneOf('Count', 'FailIndex', 'FailJob', 'Ignore'), action)),
    onExitCodes: exitCodes,
    onPodConditions: conditions,
  }),
  oneSign,
)

/** What a failed pod means for its Job. Source: pkg/apis/batch/validation `validatePodFailurePolicy`. */
export const failurePolicy: Check<PodFailurePolicy, JobSpec> = fields<PodFailurePolicy, JobSpec>({
  rules: all(atMost(most.rules), each(rule)),
})
