import { firstOf } from './first-of.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** A disk is retired once. */
export const retirements: LabRule = (lab) => {
  const rows = lab.retirements.map((row, index) => ({ ...row, index }))
  const first = firstOf(rows, ({ uid }) => uid)
  return rows.flatMap((row) =>
    first(row) === undefined ? [] : [wrong('retirement-twice', { claim: row.claim }, ['retirements', row.index])],
  )
}
