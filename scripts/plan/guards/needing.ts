import { held } from '../queue/held.ts'
import type { Commit } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'
import type { LiveObject } from '../../model/world.ts'

/** What is there, and what this plan does about it, by name. */
export interface Surroundings {
  readonly live: ReadonlyMap<Key, LiveObject>
  readonly steps: ReadonlyMap<Key, readonly Step[]>
}

/** A run that needs what is missing is held: no run starts on a missing disk, and none waits for another member's step. */
export function needing(step: Step, around: Surroundings, commit: Commit): Step {
  const makes = ['create', 'launch', 'replace'].includes(step.operation)
  const lacks = makes ? (step.wanted?.needs ?? []).flatMap((need) => lackOf(need.key, step, around)) : []
  const [first] = lacks
  return first === undefined
    ? step
    : held(step, { hold: 'needs', args: { ...first, lacks: lacks.map(({ key }) => key) }, commit })
}

interface Lack {
  readonly key: Key
  readonly why: string
  readonly [name: string]: string
}

function lackOf(key: Key, { member }: Step, { live, steps }: Surroundings): readonly Lack[] {
  const found = live.get(key)
  const about = steps.get(key) ?? []
  const refused = about.every(({ operation }) => operation === 'refuse') ? about.find(blocks) : undefined
  if (refused !== undefined) return [{ key, why: refused.refusal ?? 'refused', member: refused.member }]
  if (about.some(({ operation }) => operation === 'retire')) return [{ key, why: 'retired' }]
  if (found !== undefined) return found.deleting ? [{ key, why: 'terminating' }] : []
  const isMadeFirst = about.some((step) => step.member === member && ['create', 'replace'].includes(step.operation))
  return isMadeFirst ? [] : [{ key, why: 'missing' }]
}

/** A disk that waits for its first pod is there, and this pod is what it waits for; one in somebody else's hands is not the one that was asked for. */
function blocks({ refusal }: Step): boolean {
  return refusal !== 'unbound' && refusal !== 'still-requested'
}
