import { wrong } from '../wrong.ts'
import type { GrantRule } from './rule.ts'

/** Nobody grants to themselves while somebody else could. */
export const notForOneself: GrantRule = ({ login, by }, { lab }) =>
  login === by && lab.admins.some((admin) => admin !== by) ? [wrong('grant-for-oneself', { login }, ['by'])] : []
