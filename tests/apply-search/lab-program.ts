import type * as apply from '../../scripts/apply/index.ts'
import type { Setting } from '../../scripts/apply/index.ts'
import type { Work } from '../../scripts/apply/effect.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Plan } from '../../scripts/model/plan.ts'
import type { World } from '../../scripts/model/world.ts'
import { plan } from '../../scripts/plan/index.ts'
import { nodeOf, type Node } from './program.ts'

/** An apply is one moment. */
export const now = '2026-11-24T10:00:00Z'

export type Protocol = typeof apply

export interface Applying {
  readonly lab: Lab
  readonly desired: Desired
  readonly init?: true
}

export function settingOf({ lab, desired, init }: Applying): Setting {
  const options = init ? { init } : {}
  const plans = new WeakMap<World, Map<string, Plan>>()
  return {
    lab: lab.namespace,
    commit: desired.commit,
    now,
    plan: (world, verdicts) => {
      const known = plans.get(world) ?? new Map<string, Plan>()
      plans.set(world, known)
      const text = JSON.stringify([...verdicts])
      const made = known.get(text) ?? plan(desired, world, lab, now, { ...options, verdicts })
      known.set(text, made)
      return made
    },
  }
}

/**
 * An apply as the search plays it. What it knows at the end of a round is all that the next round goes by, so rounds that know the same
 * are one; the loop of `applyLab` does nothing else. After `rounds` it dies.
 */
export function applyOf(protocol: Protocol, setting: Setting, rounds = Infinity): Node {
  type Round = typeof protocol.begin
  const { begin, dueAgain, lossesOf, playRound } = protocol
  const known = new Map<string, Node>()
  const roundFrom = (round: Round): Node => {
    const { number, verdicts, again = [], plan: first } = round
    const text = JSON.stringify([number, [...verdicts], [...again], first ? [...lossesOf(first)] : 'first'])
    const node = known.get(text) ?? nodeOf({ begin: (): Work<unknown> => playRound(round, setting), after: next })
    known.set(text, node)
    return node
  }
  const next = (result: unknown): Node | undefined => {
    const due = dueAgain(result as Round)
    return due && due.number <= rounds ? roundFrom(due) : undefined
  }
  return roundFrom(begin)
}
