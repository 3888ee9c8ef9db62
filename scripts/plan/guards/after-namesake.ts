import { held } from '../queue/held.ts'
import type { Commit } from '../../model/memory.ts'
import { kindIn, nameIn } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

const workloads: ReadonlySet<string> = new Set(['Pod', 'Job', 'Deployment'])

/** Another kind under the same name starts once the old one is gone: people and Services find pods by that name. */
export function afterNamesake(step: Step, steps: readonly Step[], commit: Commit): Step {
  const makes = ['create', 'launch'].includes(step.operation) && workloads.has(kindIn(step.key))
  const old = makes ? steps.filter((other) => isNamesake(step, other)) : []
  const going = old.find(({ note }) => note === 'going')
  if (going !== undefined) return held(step, { hold: 'terminating', args: { by: going.key }, commit })
  return old.length === 0 ? step : { ...step, waits: old.map(({ key }) => key) }
}

function isNamesake(step: Step, other: Step): boolean {
  const goes = (other.operation === 'stop' || other.operation === 'delete') && workloads.has(kindIn(other.key))
  return goes && other.member === step.member && other.key !== step.key && nameIn(other.key) === nameIn(step.key)
}
