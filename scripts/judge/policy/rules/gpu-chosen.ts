import { fault } from '../../../model/finding.ts'
import { gpuChoice } from '../readings/gpu-choice.ts'
import { gpuAsks } from '../readings/gpus.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** The plain resource is any card, also one that current PyTorch does not run on: whoever does not choose should know. */
export const gpuChosen: Rule = ({ pod, containers }, { catalogue: { plain, byResource }, catalogue }) => {
  const ask = gpuAsks(containers, catalogue).find(({ resource }) => resource === plain)
  if (pod === undefined || ask === undefined || !gpuChoice(pod).any) return []
  const old = (byResource.get(plain) ?? []).filter((model) => model.old)
  const [example] = old.toSorted((a, b) => (b.seen ?? 0) - (a.seen ?? 0))
  if (example === undefined) return []
  return [fault('gpu-any', { example: example.name }, ask.path, { severity: 'warning', law: labLaw })]
}
