import type { Reason } from './decision.ts'
import type { Finding } from './finding.ts'
import type { Lift } from './grant.ts'

/** What the schema of grants takes in one file. */
const mostLifts = 100

/**
 * What a grant has to lift so that all that is open passes, by request, `alice/dev`: that, and no more. What an earlier grant of the same
 * pull request lifts in such a request is among it, for both are one file: without it, the new grant would take back the old one.
 */
export function liftsFor(reasons: readonly Reason[], pull: number): ReadonlyMap<string, readonly Lift[]> {
  const open = reasons.flatMap((one) => (one.code === 'finding-open' ? [one.args.finding] : []))
  const before = reasons.flatMap((one) =>
    one.code === 'finding-lifted' && one.args.pull === pull ? [one.args.finding] : [],
  )
  const requests = new Set(open.flatMap(({ request }) => request ?? []))
  const both = Map.groupBy([...open, ...before], ({ request = '' }) => request)
  return new Map([...requests].map((request) => [request, liftsOf(both.get(request) ?? [])]))
}

/** Of one code the largest number, and every text. */
function liftsOf(findings: readonly Finding[]): readonly Lift[] {
  const lifts = new Map<string, Lift>()
  for (const { code, lift: value } of findings) {
    if (value === undefined) continue
    const key = typeof value === 'number' ? code : `${code} ${value}`
    const known = lifts.get(key)
    if (known === undefined || known.value < value) lifts.set(key, { code, value })
  }
  return [...lifts.values()].slice(0, mostLifts)
}
