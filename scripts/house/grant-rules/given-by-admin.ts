import { wrong } from '../wrong.ts'
import type { GrantRule } from './rule.ts'

/** Who gives is an admin today, with the account that the lab knows: a login can be renamed and taken by somebody else. */
export const givenByAdmin: GrantRule = ({ by, byId }, { lab }) => {
  if (!lab.admins.includes(by)) return [wrong('grant-by-stranger', { by }, ['by'], { severity: 'warning' })]
  const expected = lab.members[by]?.id
  if (expected === undefined || expected === byId) return []
  return [wrong('grant-by-other-account', { by, id: byId, expected }, ['byId'])]
}
