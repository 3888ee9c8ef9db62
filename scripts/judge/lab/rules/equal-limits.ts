import { about } from '../lab-fault.ts'
import { lawOf } from '../law-of.ts'
import { podSpecPath } from '../../../model/pod-spec-path.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/** Above many pods at once, a limit must be its request. A workload that has so many alone is judged by its manifest, not here. */
export const equalLimits: LabRule = (view, { lab }) => {
  const above = lab.rules.ratio.equalAbove
  const law = lawOf(lab.rules.ratio)
  const many = view.parties.filter(({ asked }) => asked.pods > above)
  return many.flatMap(({ owner, asked, entries }) => {
    const loose = entries.filter(({ object }) => object.work?.loose === true && object.work.demand.pods <= above)
    return loose.map((entry) => {
      const { kind, work } = entry.object
      const path = [...(podSpecPath(kind) ?? []), ...(work?.largest ?? []), 'resources', 'limits']
      return about(entry, fault('limits-not-requests', { member: owner, pods: asked.pods, above }, path, { law }))
    })
  })
}
