import { about, type LabFault } from '../lab-fault.ts'
import { whereIs, type Entry } from '../view.ts'
import { fault } from '../../../model/finding.ts'
import type { LabRule } from './rule.ts'

/**
 * A session, a job and a service of one name are three objects to Kubernetes, but people find runs by name and a Service finds pods by
 * their labels. The pods of a Job need no rule: the cluster ends their names with letters of its own.
 */
export const runNames: LabRule = (view) =>
  [...Map.groupBy(view.runs, ({ object }) => object.name).values()].flatMap((same) => {
    if (same.length < 2) return []
    return [...Map.groupBy(same, ({ request }) => request.owner).values()].flatMap(secondKind)
  })

function secondKind([first, ...others]: readonly Entry[]): readonly LabFault[] {
  const second = others.find((entry) => entry.object.kind !== first?.object.kind)
  if (first === undefined || second === undefined || first.object.name === '?') return []
  const { kind, name } = second.object
  const args = { kind, name, otherKind: first.object.kind, other: whereIs(first) }
  return [about(second, fault('runs-of-one-name', args, ['metadata', 'name'], { law: { by: 'lab' } }))]
}
