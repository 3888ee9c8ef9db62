import { isOurs } from '../../model/blame.ts'
import { unlessApproved } from '../approvals.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Whoever takes away a disk that another mounts, or brings the lab above a limit, needs an admin: it is not the other's fault. */
export const othersUnharmed: Rule = (facts) => {
  const harm = facts.findings.others.filter((finding) => finding.severity === 'error' && !isOurs(finding))
  return unlessApproved(
    facts,
    harm.map((finding) => reason('ask', 'others-affected', { finding })),
  )
}
