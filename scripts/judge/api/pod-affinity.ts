import type { PodAffinity, PodAffinityTerm, WeightedPodAffinityTerm } from 'kubernetes-types/core/v1.js'
import type { LabelSelector } from 'kubernetes-types/meta/v1.js'
import type { Around } from './around.ts'
import { below, type At } from './at.ts'
import { all, each, fields, given, join, needs, none, refuse, type Check, type Faults } from './check.ts'
import { labelSelector } from './labels.ts'
import { qualifiedName, text } from './texts.ts'
import { weight } from './weight.ts'

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

/** How often the selector names a key. To that of a pod by itself the server adds the pod's own labels. Source: pkg/registry/core/pod `mutatePodAffinity`. */
function mentions(
  key: string,
  { labelSelector: selector, matchLabelKeys = [] }: PodAffinityTerm,
  around: Around,
): number {
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {}
  const added = around.kind === 'pod' && Object.hasOwn(around.meta.labels ?? {}, key)
  const expressions = matchExpressions.filter((expression) => expression.key === key).length
  const again = added ? matchLabelKeys.filter((other) => other === key).length : 0
  return (Object.hasOwn(matchLabels, key) ? 1 : 0) + expressions + again
}

const labelKeys: Check<PodAffinityTerm, Around> = (term, at, around) => {
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector: selector } = term
  const found = join(
    keysNeedSelector(matchLabelKeys, selector, 'matchLabelKeys', at),
    keysNeedSelector(mismatchLabelKeys, selector, 'mismatchLabelKeys', at),
  )
  if (selector === undefined) return found
  return matchLabelKeys.reduce((so, key, index) => {
    if (!mismatchLabelKeys.includes(key) && mentions(key, term, around) < 2) return so
    return join(so, refuse('contradiction', { rule: 'label-key-twice' }, below(at, 'matchLabelKeys', index)))
  }, found)
}

const podTerm: Check<PodAffinityTerm, Around> = all<PodAffinityTerm, Around>(
  needs<PodAffinityTerm>('topologyKey'),
  fields<PodAffinityTerm>({
    labelSelector,
    namespaceSelector: labelSelector,
    namespaces: each(text('label')),
    topologyKey: given(qualifiedName),
  }),
  labelKeys,
)

/** Near which pods, or not near which. Source: pkg/apis/core/validation `validatePodAffinityTerm`. */
export const podAffinity: Check<PodAffinity, Around> = fields<PodAffinity, Around>({
  requiredDuringSchedulingIgnoredDuringExecution: each(podTerm),
  preferredDuringSchedulingIgnoredDuringExecution: each(
    all<WeightedPodAffinityTerm, Around>(weight, fields<WeightedPodAffinityTerm, Around>({ podAffinityTerm: podTerm })),
  ),
})
