import { nearest } from '../../model/nearest.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** An admin is an active member. */
export const admins: LabRule = (lab) =>
  lab.admins.flatMap((admin, index) => {
    const member = Object.hasOwn(lab.members, admin) ? lab.members[admin] : undefined
    if (member?.suspended) return [wrong('admin-suspended', { admin }, ['admins', index])]
    if (member !== undefined) return []
    const near = nearest(admin, Object.keys(lab.members))
    return [wrong('admin-unknown', { admin, ...(near !== undefined && { near }) }, ['admins', index])]
  })
