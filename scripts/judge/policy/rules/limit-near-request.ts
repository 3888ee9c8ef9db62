import { fault, type Fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import type { Manifest } from '../../../model/manifest.ts'
import { bytesText } from '../../../model/quantity.ts'
import type { PodContainer } from '../../../model/workload.ts'
import { amount } from '../readings/amounts.ts'
import { nrpLaw } from '../readings/law.ts'
import type { Rule, RuleContext } from '../rule.ts'

const judged = ['cpu', 'memory', 'ephemeral-storage']
/** Quantities are exact and factors are not: 1.2 × 10Gi must not fall short of 12Gi. */
const rounding = 1 + 1e-9

/** A limit far above the request takes from others what nobody planned for. With many pods there is no room for that at all. */
export const limitNearRequest: Rule = ({ manifest, containers }, { lab }) => {
  if (containers.length === 0) return []
  const pods = podsOf(manifest)
  return containers.flatMap((each) => judged.flatMap((resource) => faultsIn(each, resource, pods, lab)))
}

function faultsIn(
  { container, path }: PodContainer,
  resource: string,
  pods: number,
  { rules: { ratio } }: RuleContext['lab'],
): readonly Fault[] {
  const request = container.resources?.requests?.[resource]
  const limit = container.resources?.limits?.[resource]
  if (request === undefined || limit === undefined || request === limit) return []
  const factor = pods > ratio.equalAbove ? 1 : ratio.factor
  const highest = amount(request) * factor
  if (amount(limit) <= highest * rounding) return []
  const args = { container: container.name, resource, request, limit, highest: text(resource, highest) }
  const at = [...path, 'resources', 'limits', resource]
  const law = nrpLaw(ratio)
  if (factor === 1) return [fault('limit-not-request', { ...args, pods, above: ratio.equalAbove }, at, { law })]
  return [fault('limit-above-request', { ...args, factor }, at, { law })]
}

/** Pods at the same time. */
function podsOf({ spec }: Manifest): number {
  const count = isObject(spec) ? (spec['parallelism'] ?? spec['replicas']) : undefined
  return typeof count === 'number' ? count : 1
}

function text(resource: string, value: number): string {
  return resource === 'cpu' ? String(Number(value.toFixed(3))) : bytesText(value)
}
