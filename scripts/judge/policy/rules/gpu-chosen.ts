import { fault } from '../../../model/finding.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** The plain resource is any card, also one that current PyTorch does not run on: whoever does not choose should know. */
export const gpuChosen: Rule = ({ gpuAsks, gpuChoice }, { catalogue: { plain, byResource } }) => {
  const ask = gpuAsks.find(({ resource }) => resource === plain)
  if (ask === undefined || !gpuChoice.any) return []
  const old = (byResource.get(plain) ?? []).filter((model) => model.old)
  const [example] = old.toSorted((a, b) => (b.seen ?? 0) - (a.seen ?? 0))
  if (example === undefined) return []
  return [fault('gpu-any', { example: example.name }, ask.path, { severity: 'warning', law: labLaw })]
}
