import { at, itemsAt, textAt } from '../../model/at.ts'
import type { RunThing } from '../../model/card.ts'
import type { Json } from '../../model/json.ts'
import type { GpuModel, Lab } from '../../model/lab.ts'
import { isGpu } from '../../model/pod-amounts.ts'

const label = 'nvidia.com/gpu.product'

/** The cards of `lab.gpus` that a pod may land on; none where it does not say, or names one that the lab does not know. */
export function cardsOf(pod: Json | undefined, lab: Lab): Pick<RunThing, 'cards' | 'cardMemory'> {
  const products = productsIn(pod)
  const resources = new Set(itemsAt(pod, 'containers').flatMap(gpuResources))
  const isMeant = ([, { products: own, resource }]: readonly [string, GpuModel]): boolean =>
    products.size > 0 ? own.some((product) => products.has(product)) : resource !== undefined && resources.has(resource)
  const models = Object.entries(lab.gpus).filter(isMeant)
  if (models.length === 0) return { cards: [] }
  return { cards: models.map(([name]) => name), cardMemory: Math.min(...models.map(([, { memory }]) => memory)) }
}

function productsIn(pod: Json | undefined): ReadonlySet<string> {
  const required = 'requiredDuringSchedulingIgnoredDuringExecution'
  const terms = itemsAt(pod, 'affinity', 'nodeAffinity', required, 'nodeSelectorTerms')
  const named = terms
    .flatMap((term) => itemsAt(term, 'matchExpressions'))
    .filter((expression) => textAt(expression, 'key') === label && textAt(expression, 'operator') === 'In')
    .flatMap((expression) => itemsAt(expression, 'values'))
  const selected = textAt(pod, 'nodeSelector', label)
  return new Set([...named, selected].filter((product) => typeof product === 'string'))
}

function gpuResources(container: Json): readonly string[] {
  const limits = at(container, 'resources', 'limits')
  return typeof limits === 'object' && limits !== null ? Object.keys(limits).filter(isGpu) : []
}
