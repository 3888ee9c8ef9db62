import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** The change's own check of itself. It proves nothing by itself; beside an admin's yes it tells that the house still stands. */
export const checkPassed: Rule = ({ check }) => {
  if (check === 'failed') return [reason('refuse', 'check-failed', {})]
  return check === 'pending' ? [reason('ask', 'check-pending', {})] : []
}
