import { nearest } from '../../model/nearest.ts'
import { idOf } from '../accounts.ts'
import { reason } from '../reason.ts'
import type { Rule } from './rule.ts'

/** Who asks is on main's roster, as the account that the roster knows; never by who wrote the commits. */
export const onRoster: Rule = ({ author: { login, id }, roster }) => {
  const expected = idOf(roster, login)
  if (expected !== undefined && expected !== id) return [reason('refuse', 'other-account', { login, id, expected })]
  if (Object.hasOwn(roster.members, login)) return []
  const logins = Object.keys(roster.members)
  const knownAs = logins.find((member) => idOf(roster, member) === id)
  const near = nearest(login, logins)
  const hints = { ...(near !== undefined && { near }), ...(knownAs !== undefined && { knownAs }) }
  return [reason('refuse', 'not-on-roster', { login, ...hints })]
}
