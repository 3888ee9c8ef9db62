import { areaOf } from '../../model/change.ts'
import { pathsOf } from '../paths-of.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Requests, grants and the house each come alone: what lifts a limit is on main before anybody is judged by it. */
export const oneArea: Rule = (facts) => {
  const areas = pathsOf(facts).map(({ path }) => areaOf(path).area)
  const count = (area: string): number => areas.filter((one) => one === area).length
  const counts = { requests: count('requests'), grants: count('grants'), house: count('house') }
  return Object.values(counts).filter((paths) => paths > 0).length > 1 ? [reason('refuse', 'areas-mixed', counts)] : []
}
