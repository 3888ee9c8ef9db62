import { covers } from './covers.ts'
import { up } from './excess.ts'
import type { Measure } from './measures.ts'
import type { Ask, Party } from './view.ts'
import type { Grant } from '../../model/grant.ts'
import type { Day } from '../../model/lab.ts'

/**
 * The request that rides on a grant of its own, if one does: without it the rest of the member's requests fit the limit. A grant is for
 * one request, so what another asks for beyond the limit is that one's own matter (pipeline.md 5). Of several the one whose grant is in
 * force and large enough, else the one that asks for most.
 */
export function bearerOf(
  { key, what, per }: Measure,
  party: Party,
  limit: number,
  { grants, today }: { readonly grants: readonly Grant[]; readonly today: Day },
): Ask | undefined {
  const code = `member-${what}`
  const total = party.asked[key]
  const own = grants.filter(({ login, lifts }) => login === party.owner && lifts.some((lift) => lift.code === code))
  const grantsOf = ({ request }: Ask) => own.filter((grant) => `${grant.login}/${grant.request}` === request.request)
  const riders = party.asks
    .filter((ask) => ask.asked[key] > 0 && total - ask.asked[key] <= limit && grantsOf(ask).length > 0)
    .toSorted((a, b) => b.asked[key] - a.asked[key])
  const isCovered = (ask: Ask): boolean =>
    grantsOf(ask).some((grant) => grant.until >= today && covers(grant, code, up(total, { key, per })))
  return riders.find(isCovered) ?? riders[0]
}
