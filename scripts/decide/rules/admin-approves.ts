import { idOf, isAdmin, judgesOf } from '../accounts.ts'
import { unlessApproved } from '../approvals.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** An admin other than the author approved exactly this head; in a lab with one admin the author may, and it is said. */
export const adminApproves: Rule = (facts) => {
  const { roster, author, change } = facts
  if ('unreadable' in change) return []
  if (isAdmin(facts) && judgesOf(facts).includes(author.login)) {
    return [reason('grant', 'sole-admin', { login: author.login })]
  }
  const unbound = judgesOf(facts).filter((login) => idOf(roster, login) === undefined)
  return unlessApproved(facts, [
    reason('ask', 'approval-missing', { head: change.head }),
    ...unbound.map((login) => reason('ask', 'admin-unbound', { login })),
  ])
}
