import { nearest } from '../../model/nearest.ts'
import { wrong } from '../wrong.ts'
import type { GrantRule } from './rule.ts'

/** A grant is for a member. */
export const forMember: GrantRule = ({ login }, { lab }) => {
  if (Object.hasOwn(lab.members, login)) return []
  const near = nearest(login, Object.keys(lab.members))
  return [
    wrong('grant-for-stranger', { login, ...(near !== undefined && { near }) }, ['login'], { severity: 'warning' }),
  ]
}
