import type { JsonObject } from '../../../../scripts/model/json.ts'
import { eachOf, textOf, without, type Agree, type Agrees } from '../make.ts'
import { keyValue, subdomain } from '../values/texts.ts'

/** `Exists` takes no values, `Gt` and `Lt` one. */
const operatorAndValues: Agree = (made, draw) => {
  const operator = textOf(made, 'operator')
  if (operator === 'Exists' || operator === 'DoesNotExist') return without(made, 'values')
  return operator === 'Gt' || operator === 'Lt' ? { ...made, values: [String(draw.int(0, 99))] } : made
}

/** A machine can be picked by no field but its name. */
const byName: Agree = (made, draw) =>
  eachOf(made, 'matchFields', () => ({
    key: 'metadata.name',
    operator: draw.pick(['In', 'NotIn']),
    values: [subdomain(draw)],
  }))

/** Keys that are compared need a selector, which does not name them. */
const keysWithSelector: Agree = (made) => {
  const keyed = 'matchLabelKeys' in made || 'mismatchLabelKeys' in made
  return keyed ? { ...made, labelSelector: { matchLabels: { app: 'x' } } } : made
}

const spread: Agree = (made, draw) => {
  const hard = made['whenUnsatisfiable'] === 'DoNotSchedule'
  return keysWithSelector(hard ? made : without(made, 'minDomains'), draw)
}

const toleration: Agree = (made, draw) => {
  const anything = !('key' in made)
  const operator = anything ? 'Exists' : made['operator']
  const kept = operator === 'Exists' ? without(made, 'value') : { ...made, value: keyValue(draw) }
  const so: JsonObject = operator === undefined ? kept : { ...kept, operator }
  return made['effect'] === 'NoExecute' ? so : without(so, 'tolerationSeconds')
}

export const selectors: Agrees = {
  LabelSelectorRequirement: operatorAndValues,
  NodeSelectorRequirement: operatorAndValues,
  NodeSelectorTerm: byName,
  PodAffinityTerm: keysWithSelector,
  TopologySpreadConstraint: spread,
  Toleration: toleration,
}
