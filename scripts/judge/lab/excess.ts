import { askedBy } from './asked.ts'
import type { Counted } from './measures.ts'
import type { Ask, Entry } from './view.ts'
import type { LabTotal } from '../../model/codes/lab.ts'

/** What somebody asks for beyond a limit, and the object that asks for most in the request at which it is told. */
export interface Excess {
  readonly entry: Entry
  readonly total: LabTotal
  /** What that request could ask for so that the sum fits. */
  readonly room: number
}

const shown = 3

/**
 * `undefined` where all together fit the limit. One excess for a whole sum, for thirty requests that do not fit are one mistake: told at
 * `bearer`, else at the request that asks for most.
 */
export function excessOf(counted: Counted, asks: readonly Ask[], limit: number, bearer?: Ask): Excess | undefined {
  const { key } = counted
  const asked = asks.reduce((sum, ask) => sum + ask.asked[key], 0)
  if (asked <= limit) return undefined
  const bySize = asks.filter((ask) => ask.asked[key] > 0).sort((a, b) => b.asked[key] - a.asked[key])
  const asking = bearer === undefined ? bySize : [bearer, ...bySize.filter((ask) => ask !== bearer)]
  const [first] = asking
  if (first === undefined) return undefined
  const most = asking
    .slice(0, shown)
    .map(({ request: { request }, asked: own }) => ({ request, amount: up(own[key], counted) }))
  return {
    entry: largestIn(first, counted),
    total: { asked: up(asked, counted), limit: limit / counted.per, most, others: asking.length - most.length },
    room: down(Math.max(0, limit - asked + first.asked[key]), counted),
  }
}

function largestIn({ entries }: Ask, { key }: Counted): Entry {
  return entries.reduce((largest, one) => (askedBy(one.object)[key] > askedBy(largest.object)[key] ? one : largest))
}

/** In people's unit, to one decimal, and never less than it is. */
export function up(amount: number, { per }: Counted): number {
  return Math.ceil((amount * 10) / per) / 10
}

/** In people's unit, to one decimal, and never more than it is. */
function down(amount: number, { per }: Counted): number {
  return Math.floor((amount * 10) / per) / 10
}
