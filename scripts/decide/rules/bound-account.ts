import { idOf } from '../accounts.ts'
import { unlessApproved } from '../approvals.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Without an id in the roster a login proves nothing, so nothing goes through by itself. */
export const boundAccount: Rule = (facts) => {
  const { login, id } = facts.author
  if (idOf(facts.roster, login) !== undefined) return []
  return unlessApproved(facts, [reason('ask', 'account-unbound', { login, id })])
}
