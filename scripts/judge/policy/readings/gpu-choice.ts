import type { NodeSelectorTerm } from 'kubernetes-types/core/v1.js'
import type { Path } from '../../../model/json.ts'
import type { PodTemplate } from '../../../model/workload.ts'

const productLabel = 'nvidia.com/gpu.product'
/** Other labels that tell old cards from new ones. */
const otherGpuLabels = /^nvidia\.com\/(?:gpu\.(?:compute|memory|family)|cuda)/

/** Products that stand in one list, and where: the paths of all of them are seldom wanted. */
export interface NamedProducts {
  readonly products: readonly string[]
  readonly pathOf: (place: number) => Path
}

/** Which cards a pod accepts: the products that it names, and whether some other card would do as well. */
export interface GpuChoice {
  readonly named: readonly NamedProducts[]
  readonly any: boolean
}

/** Terms are alternatives: one that says nothing about the card lets the pod go to any. */
export function gpuChoice(pod: PodTemplate): GpuChoice {
  const selected = pod.spec.nodeSelector?.[productLabel]
  const rule = 'requiredDuringSchedulingIgnoredDuringExecution'
  const terms = pod.spec.affinity?.nodeAffinity?.[rule]?.nodeSelectorTerms ?? []
  const termsPath = [...pod.path, 'spec', 'affinity', 'nodeAffinity', rule, 'nodeSelectorTerms']
  const listed = terms.flatMap((term, index) => namedIn(term, [...termsPath, index]))
  return {
    named: selected === undefined ? listed : [inSelector(selected, pod.path), ...listed],
    any: selected === undefined && (terms.length === 0 || terms.some((term) => !narrows(term))),
  }
}

function inSelector(product: string, path: Path): NamedProducts {
  return { products: [product], pathOf: () => [...path, 'spec', 'nodeSelector', productLabel] }
}

function namedIn(term: NodeSelectorTerm, path: Path): readonly NamedProducts[] {
  return (term.matchExpressions ?? []).flatMap(({ key, operator, values }, index) => {
    if (key !== productLabel || operator !== 'In') return []
    return [{ products: values ?? [], pathOf: (place) => [...path, 'matchExpressions', index, 'values', place] }]
  })
}

function narrows(term: NodeSelectorTerm): boolean {
  return (term.matchExpressions ?? []).some(
    ({ key, operator }) => (key === productLabel && operator !== 'Exists') || otherGpuLabels.test(key),
  )
}
