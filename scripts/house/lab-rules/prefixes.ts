import { prefixOf } from '../../model/lab.ts'
import { firstOf } from './first-of.ts'
import { wrong } from '../wrong.ts'
import type { LabRule } from './rule.ts'

/** A Service's name is the narrowest that an object can have. Source: RFC 1035, as Kubernetes reads it. */
const pattern = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/
const longest = 39

/** What a member's objects are called by is a name in the cluster, and one member's only. */
export const prefixes: LabRule = (lab) => {
  const first = firstOf(Object.keys(lab.members), (login) => prefixOf(lab, login))
  return Object.entries(lab.members).flatMap(([login, member]) => {
    const prefix = prefixOf(lab, login)
    const written = member.prefix !== undefined
    const path = ['members', login, ...(written ? ['prefix'] : [])]
    const other = first(login)
    if (!pattern.test(prefix) || prefix.length > longest)
      return [wrong('prefix-unfit', { login, prefix, written }, path)]
    return other === undefined ? [] : [wrong('prefix-taken', { login, other, prefix }, path)]
  })
}
