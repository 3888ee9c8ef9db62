import type { Fault, FindingDetails, Finding, Place } from '../model/finding.ts'
import { pathText } from '../model/json.ts'

/** A fault becomes a finding: what was said stays, the path becomes text, and the place is added. */
export function placed(fault: Fault, place: Place, about: Pick<FindingDetails, 'request' | 'object'>): Finding {
  const { path, ...said } = fault
  return { ...said, ...about, place, ...(path.length > 0 && { path: pathText(path) }) }
}
