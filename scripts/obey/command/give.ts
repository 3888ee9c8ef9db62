import type { Command, CommandedPull, CommandFacts } from '../../model/command.ts'
import { formats } from '../../model/formats.ts'
import type { Obeyed, Refusal } from '../../model/obeyed.ts'
import { grantsFor } from './grants-for.ts'
import { refusal, refused } from './refusal.ts'
import { unlessAdmin } from './standing.ts'

type Give = Extract<Command, { verb: 'grant' }>

/** An admin lifts what a pull request asks for now, until a day. */
export function give(command: Give, facts: CommandFacts): Obeyed {
  const objection = unlessAdmin(facts)
  if (objection !== undefined) return refused(objection)
  const { pull } = facts
  if (pull === undefined) return refused(refusal('no-pull', { verb: 'grant' }))
  const against = againstPull(pull, facts) ?? againstDay(command.until, facts) ?? againstAsk(command.ask, facts)
  return against === undefined ? { did: 'grant', grants: grantsFor(command, pull, facts) } : refused(against)
}

function againstPull({ state, author }: CommandedPull, { roster, sender }: CommandFacts): Refusal | undefined {
  if (state !== 'open') return refusal('pull-over', { state })
  const others = roster.admins.filter((admin) => admin !== sender.login)
  return author.id === sender.id && others.length > 0 ? refusal('for-oneself', { others }) : undefined
}

const dayLength = 24 * 60 * 60 * 1000

/** The day counts to its end, and is at most so many days ahead. */
function againstDay(until: string, { today, maxDays }: CommandFacts): Refusal | undefined {
  if (formats['date']?.(until) !== true) return refusal('not-a-day', { got: until })
  const days = Math.round((Date.parse(until) - Date.parse(today)) / dayLength)
  if (days < 0) return refusal('day-past', { until, today })
  if (days <= maxDays) return undefined
  const last = new Date(Date.parse(today) + maxDays * dayLength).toISOString().slice(0, 10)
  return refusal('day-too-far', { until, days, limit: maxDays, last })
}

/** Threat: more is pushed after the admin has read. The ask is a digest of what is open; another one is another question. */
function againstAsk(asked: string, { decision }: CommandFacts): Refusal | undefined {
  if (decision === undefined) return refusal('not-now', {})
  const { kind, verdict, ask } = decision
  if (verdict !== 'needs-admin' || ask === undefined) return refusal('nothing-to-lift', { kind, verdict })
  return asked === ask ? undefined : refusal('ask-changed', { asked, now: ask })
}
