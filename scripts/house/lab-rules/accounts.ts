import { firstOf } from './first-of.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** One account, one member. */
export const accounts: LabRule = (lab) => {
  const known = Object.entries(lab.members).flatMap(([login, { id }]) => (id === undefined ? [] : [{ login, id }]))
  const first = firstOf(known, ({ id }) => id)
  return known.flatMap((account) => {
    const other = first(account)?.login
    const { login, id } = account
    return other === undefined ? [] : [wrong('id-taken', { login, other, id }, ['members', login, 'id'])]
  })
}
