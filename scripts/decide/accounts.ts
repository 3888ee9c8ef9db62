import type { Account, Facts } from '../model/facts.ts'

type Roster = Facts['roster']

/** The id that main's roster binds a login to. Threat: a login that was given up can be taken by anybody. */
export function idOf(roster: Roster, login: string): number | undefined {
  return Object.hasOwn(roster.members, login) ? roster.members[login]?.id : undefined
}

/** Whether it is the very account that the roster knows. */
export function isBound(roster: Roster, { login, id }: Account): boolean {
  return idOf(roster, login) === id
}

/** On the roster, and not known to be another account. */
export function isMember({ author, roster }: Pick<Facts, 'author' | 'roster'>): boolean {
  const expected = idOf(roster, author.login)
  return Object.hasOwn(roster.members, author.login) && (expected === undefined || expected === author.id)
}

export function isAdmin({ author, roster }: Pick<Facts, 'author' | 'roster'>): boolean {
  return isAdminAccount(roster, author)
}

export function isAdminAccount(roster: Roster, account: Account): boolean {
  return roster.admins.includes(account.login) && isBound(roster, account)
}

/** Who can say yes to the author: every other admin, and the author only where there is no other. */
export function judgesOf({ author, roster }: Pick<Facts, 'author' | 'roster'>): readonly string[] {
  const others = roster.admins.filter((admin) => admin !== author.login)
  return others.length > 0 ? others : roster.admins
}
