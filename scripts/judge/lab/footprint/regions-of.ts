import { at, itemsAt, textAt } from '../../../model/at.ts'
import type { Json } from '../../../model/json.ts'

const label = 'topology.kubernetes.io/region'

/**
 * The regions in which a pod may start, sorted; `undefined` where neither its node selector nor its required affinity lists any.
 * Terms are alternatives, the expressions of one term hold together, and the selector holds besides.
 */
export function regionsOf(podSpec: Json | undefined): readonly string[] | undefined {
  const selected = textAt(podSpec, 'nodeSelector', label)
  const required = at(podSpec, 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution')
  const allowed = anyOf(itemsAt(required, 'nodeSelectorTerms').map(regionsOfTerm))
  return both(selected === undefined ? undefined : new Set([selected]), allowed)
    ?.values()
    .toArray()
    .sort()
}

type Regions = ReadonlySet<string> | undefined

function regionsOfTerm(term: Json): Regions {
  return itemsAt(term, 'matchExpressions')
    .filter((expression) => at(expression, 'key') === label && at(expression, 'operator') === 'In')
    .map((expression): Regions => new Set(itemsAt(expression, 'values').filter((value) => typeof value === 'string')))
    .reduce(both, undefined)
}

function anyOf(terms: readonly Regions[]): Regions {
  const listed = terms.filter((term) => term !== undefined)
  if (listed.length === 0 || listed.length < terms.length) return undefined
  return listed.reduce((all, term) => all.union(term))
}

function both(left: Regions, right: Regions): Regions {
  return left && right ? left.intersection(right) : (left ?? right)
}
