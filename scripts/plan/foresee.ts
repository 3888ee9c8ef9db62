import { plan } from './plan.ts'
import { supposed } from './supposed.ts'
import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Time } from '../model/memory.ts'
import type { Foreseen, Plan, Step } from '../model/plan.ts'

/** What a change does to the lab, without a look at the cluster: `base` and `head` rendered by the same templates (`apply.md` 9). */
export function foresee(base: Desired, head: Desired, lab: Lab, clock: Time): Foreseen {
  const planned = (runs: 'live' | 'over') => plan(head, supposed(base, { lab, clock, runs }), lab, clock)
  return merged(planned('live'), planned('over'))
}

function merged(live: Plan, over: Plan): Foreseen {
  const [ifLive, ifOver] = [live, over].map(({ steps }) => new Map(steps.map((step) => [idOf(step), step])))
  const ids = [...new Set([...live.steps, ...over.steps].map(idOf))]
  const pairs = ids.map((id) => pairOf(ifLive?.get(id), ifOver?.get(id)))
  return {
    certain: pairs.flatMap((pair) => (isCertain(pair) && pair.ifLive ? [pair.ifLive] : [])),
    uncertain: pairs.filter((pair) => !isCertain(pair)),
    live,
    over,
  }
}

type Pair = Foreseen['uncertain'][number]

function pairOf(ifLive: Step | undefined, ifOver: Step | undefined): Pair {
  return { ...(ifLive && { ifLive }), ...(ifOver && { ifOver }) }
}

function isCertain({ ifLive, ifOver }: Pair): boolean {
  return ifLive !== undefined && ifOver !== undefined && wordsOf(ifLive) === wordsOf(ifOver)
}

function wordsOf({ operation, hold, refusal, note }: Step): string {
  return [operation, hold, refusal, note].join(' ')
}

function idOf({ member, key }: Step): string {
  return `${member} ${key}`
}
