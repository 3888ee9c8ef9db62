import type { Finding } from '../../model/finding.ts'
import type { Grant } from '../../model/grant.ts'
import type { Day } from '../../model/lab.ts'
import type { LiftedFinding } from '../../model/report.ts'
import { covers } from './covers.ts'

/** What stands, and what a grant in force lifts: nothing vanishes. */
export interface Granted {
  readonly open: readonly Finding[]
  readonly lifted: readonly LiftedFinding[]
}

/**
 * A finding is lifted by one grant alone, of the same login, request and code, whose value covers it and whose last day, in the lab's time
 * zone, is not over (pipeline.md 5). Grants do not add up. One that would have covered it and is over is named in the finding.
 */
export function applyGrants(findings: readonly Finding[], grants: readonly Grant[], today: Day): Granted {
  const byRequest = Map.groupBy(grants.toSorted(laterFirst), (grant) => `${grant.login}/${grant.request}`)
  const open: Finding[] = []
  const lifted: LiftedFinding[] = []
  for (const finding of findings) {
    const [grant] = byRequest.get(finding.request ?? '')?.filter((one) => covers(one, finding.code, finding.lift)) ?? []
    if (grant === undefined) open.push(finding)
    else if (grant.until < today) open.push({ ...finding, expired: { by: grant.by, until: grant.until } })
    else lifted.push({ finding, grant })
  }
  return { open, lifted }
}

/** The pull request's number settles which of two grants of one day is named. */
function laterFirst(left: Grant, right: Grant): number {
  if (left.until === right.until) return right.pull - left.pull
  return left.until < right.until ? 1 : -1
}
