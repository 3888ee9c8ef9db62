import type { GrantOffer } from '../../model/card.ts'
import type { Reason } from '../../model/decision.ts'
import type { Day } from '../../model/lab.ts'
import { liftsFor } from '../../model/lifts-for.ts'

interface Asked {
  readonly pull: number
  readonly head: string
  readonly ask: string
  /** In the lab's time zone. */
  readonly today: Day
  readonly maxDays: number
}

/** The grants that would let what is open through, one for each request: exactly what is asked for, and no more. */
export function offersFor(
  reasons: readonly Reason[],
  { pull, head, ask, today, maxDays }: Asked,
): readonly GrantOffer[] {
  const until = untilFrom(today, maxDays)
  return [...liftsFor(reasons, pull)].map(([name, lifts]) => {
    const [login = '', request = ''] = name.split('/')
    return { v: 1, login, request, lifts, until, pull, head, ask }
  })
}

const dayLength = 24 * 60 * 60 * 1000

/** The Sunday after next, so that a comment says the same for a week; sooner where the lab allows less. */
export function untilFrom(today: Day, maxDays: number): Day {
  const start = Date.parse(today)
  const days = 14 - new Date(start).getUTCDay()
  return new Date(start + Math.min(days, maxDays) * dayLength).toISOString().slice(0, 10)
}
