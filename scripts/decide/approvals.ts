import type { Reason } from '../model/decision.ts'
import type { Facts } from '../model/facts.ts'
import { isAdminAccount } from './accounts.ts'
import { reason } from './reason.ts'

/** Approvals of exactly this head by admins other than the author. */
export function approvals({ change, reviews, roster, author }: Facts): readonly Reason[] {
  if ('unreadable' in change) return []
  return reviews
    .filter(({ by, state }) => state === 'approved' && by.id !== author.id && isAdminAccount(roster, by))
    .filter(({ commit }) => commit === change.head)
    .map(({ by }) => reason('grant', 'approved', { by: by.login, head: change.head }))
}

/** What an admin's look at this head settles. */
export function unlessApproved(facts: Facts, asks: readonly Reason[]): readonly Reason[] {
  if (asks.length === 0) return []
  const approved = approvals(facts)
  return approved.length > 0 ? approved : asks
}
