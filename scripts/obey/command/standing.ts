import type { CommandFacts } from '../../model/command.ts'
import type { Refusal } from '../../model/obeyed.ts'
import { refusal } from './refusal.ts'

type Who = Pick<CommandFacts, 'sender' | 'roster' | 'permission'>

/** Why the sender is nobody whom the lab knows. Threat: a login that was given up can be taken by anybody, so the number counts. */
export function unlessMember({ sender: { login, id }, roster }: Who): Refusal | undefined {
  if (!Object.hasOwn(roster.members, login)) return refusal('stranger', { login })
  const expected = roster.members[login]?.id
  return expected === undefined || expected === id ? undefined : refusal('other-account', { login, id, expected })
}

/** Why the sender may not decide: main's roster and GitHub both have to say so, and the roster about this very account. */
export function unlessAdmin(who: Who): Refusal | undefined {
  const { sender, roster, permission } = who
  const { login, id } = sender
  const unknown = unlessMember(who)
  if (unknown !== undefined) return unknown
  if (!roster.admins.includes(login)) return refusal('not-an-admin', { login, admins: roster.admins })
  if (roster.members[login]?.id === undefined) return refusal('admin-unbound', { login, id })
  return permission === 'admin' || permission === 'write' ? undefined : refusal('no-write', { login, permission })
}
