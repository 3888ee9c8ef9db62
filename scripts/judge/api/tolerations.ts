import type { Toleration } from 'kubernetes-types/core/v1.js'
import { below } from './at.ts'
import { all, each, fields, given, isEmpty, none, oneOf, refuse, type Check } from './check.ts'
import { qualifiedName, text } from './texts.ts'

const labelValue = text('label-value')
const operators = ['Equal', 'Exists']

/** The server names the place of the operator, whatever is wrong with the value. */
const operatorAndValue: Check<Toleration> = ({ operator = '', value = '' }, at, around) => {
  const place = below(at, 'operator')
  if (operator === '' || operator === 'Equal') return labelValue(value, place, around)
  if (operator !== 'Exists') return refuse('value-unsupported', { value: operator, allowed: operators }, place)
  return value === '' ? none : refuse('contradiction', { rule: 'exists-with-value' }, place)
}

const everything: Check<Toleration> = ({ key, operator }, at) =>
  isEmpty(key) && operator !== 'Exists'
    ? refuse('contradiction', { rule: 'no-key-without-exists' }, below(at, 'operator'))
    : none

const seconds: Check<Toleration> = ({ tolerationSeconds, effect }, at) =>
  tolerationSeconds === undefined || effect === 'NoExecute'
    ? none
    : refuse('contradiction', { rule: 'seconds-without-no-execute' }, below(at, 'effect'))

/** Which taints of machines a pod puts up with. Source: pkg/apis/core/validation `ValidateTolerations`. */
export const tolerations: Check<readonly Toleration[]> = each(
  all(
    fields<Toleration>({
      key: given(qualifiedName),
      effect: given(oneOf('NoExecute', 'NoSchedule', 'PreferNoSchedule')),
    }),
    everything,
    operatorAndValue,
    seconds,
  ),
)
