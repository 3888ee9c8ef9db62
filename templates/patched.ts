import type { Affinity, Container, NodeAffinity, NodeSelectorTerm, PodSpec } from 'kubernetes-types/core/v1.js'
import type { ContainerFields, PodFields } from './options.ts'

/** The container with the patch laid over it. */
export function patchedContainer(container: Container, fields: ContainerFields = {}): Container {
  return { ...container, ...fields }
}

/** The pod with the patch laid over it. An affinity is added to the template's, never put in its place. */
export function patchedPod<P extends PodSpec & { affinity: Affinity }>(pod: P, fields: PodFields = {}): P {
  return { ...pod, ...fields, affinity: both(pod.affinity, fields.affinity ?? {}) }
}

function both(ours: Affinity, theirs: Affinity): Affinity {
  return { ...theirs, nodeAffinity: bothNodes(ours.nodeAffinity ?? {}, theirs.nodeAffinity ?? {}) }
}

/** Terms are alternatives, so "ours and theirs" is each of ours together with each of theirs. */
function bothNodes(ours: NodeAffinity, theirs: NodeAffinity): NodeAffinity {
  const must = 'requiredDuringSchedulingIgnoredDuringExecution'
  const rather = 'preferredDuringSchedulingIgnoredDuringExecution'
  const [mine, others] = [ours[must]?.nodeSelectorTerms ?? [{}], listOf(theirs[must]?.nodeSelectorTerms, [{}])]
  const preferred = [...(ours[rather] ?? []), ...listOf(theirs[rather], [])]
  return {
    ...theirs,
    [must]: { nodeSelectorTerms: mine.flatMap((term) => others.map((other) => joined(term, other))) },
    ...(preferred.length > 0 && { [rather]: preferred }),
  }
}

function joined(ours: NodeSelectorTerm, theirs: NodeSelectorTerm): NodeSelectorTerm {
  const matchExpressions = [...(ours.matchExpressions ?? []), ...listOf(theirs.matchExpressions, [])]
  return { ...theirs, matchExpressions }
}

/** A patch may have any shape at run time. */
function listOf<T>(value: readonly T[] | undefined, none: readonly T[]): readonly T[] {
  return Array.isArray(value) && value.length > 0 ? value : none
}
