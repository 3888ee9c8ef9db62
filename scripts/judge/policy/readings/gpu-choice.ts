import type { NodeSelectorTerm } from 'kubernetes-types/core/v1.js'
import type { Path } from '../../../model/json.ts'
import type { PodTemplate } from '../../../model/workload.ts'

const productLabel = 'nvidia.com/gpu.product'
/** Other labels that tell old cards from new ones. */
const otherGpuLabels = /^nvidia\.com\/(?:gpu\.(?:compute|memory|family)|cuda)/

export interface NamedProduct {
  readonly product: string
  readonly path: Path
}

/** Which cards a pod accepts: the products that it names, and whether some other card would do as well. */
export interface GpuChoice {
  readonly named: readonly NamedProduct[]
  readonly any: boolean
}

/** Terms are alternatives: one that says nothing about the card lets the pod go to any. */
export function gpuChoice(pod: PodTemplate): GpuChoice {
  const selected = pod.spec.nodeSelector?.[productLabel]
  const selectorPath = [...pod.path, 'spec', 'nodeSelector', productLabel]
  const rule = 'requiredDuringSchedulingIgnoredDuringExecution'
  const terms = pod.spec.affinity?.nodeAffinity?.[rule]?.nodeSelectorTerms ?? []
  const termsPath = [...pod.path, 'spec', 'affinity', 'nodeAffinity', rule, 'nodeSelectorTerms']
  return {
    named: [
      ...(selected === undefined ? [] : [{ product: selected, path: selectorPath }]),
      ...terms.flatMap((term, index) => namedIn(term, [...termsPath, index])),
    ],
    any: selected === undefined && (terms.length === 0 || terms.some((term) => !narrows(term))),
  }
}

function namedIn(term: NodeSelectorTerm, path: Path): readonly NamedProduct[] {
  return (term.matchExpressions ?? []).flatMap((expression, index) =>
    expression.key === productLabel && expression.operator === 'In'
      ? (expression.values ?? []).map((product, place) => ({
          product,
          path: [...path, 'matchExpressions', index, 'values', place],
        }))
      : [],
  )
}

function narrows(term: NodeSelectorTerm): boolean {
  return (term.matchExpressions ?? []).some(
    ({ key, operator }) => (key === productLabel && operator !== 'Exists') || otherGpuLabels.test(key),
  )
}
