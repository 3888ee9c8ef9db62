import type { Card } from '../../model/card.ts'
import type { Grant } from '../../model/grant.ts'
import { code } from '../code.ts'

const most = 5

/** Who said yes, until when and why: of grants in force, and of those that this change gives. */
export function grantedLines({ inForce, given }: Card): readonly string[] {
  const grants = [...inForce, ...given.flatMap(({ grant }) => grant ?? [])]
  if (grants.length === 0) return []
  const more = grants.length > most ? [`- … and ${grants.length - most} more`] : []
  return ['', '**Reason given**', '', ...grants.slice(0, most).map(row), ...more]
}

function row({ login, request, lifts, by, until, reason, pull }: Grant): string {
  const what = lifts.slice(0, most).map(({ code: which, value }) => `${code(which)} up to ${code(String(value))}`)
  const more = lifts.length > most ? ' and more' : ''
  const whose = code(`${login}/${request}`)
  return `- ${whose} by ${code(by)} until ${code(until)} (pull request ${pull}): ${code(reason)}<br>\n  ${what.join(', ')}${more}`
}
