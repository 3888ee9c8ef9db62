import type { Card, HouseEffect } from '../../model/card.ts'
import { dayIn } from '../../model/day.ts'
import type { Decision } from '../../model/decision.ts'
import type { Grant } from '../../model/grant.ts'
import { alternativesTo } from './alternatives.ts'
import { foreseenFor } from './foreseen.ts'
import { amountRows, sumRows } from './numbers.ts'
import { offersFor } from './card-offers.ts'
import { requestCards } from './requests.ts'
import { totalsFor, type Checked } from '../check-lab.ts'
import type { JudgedChange } from '../review/judge-change.ts'
import type { JudgedMain } from '../review/judge-main.ts'

export interface CardOptions {
  readonly pull: number
  /** Of a house change: what was made of it where there is nothing to take. */
  readonly effect?: HouseEffect
}

/** All that a comment about this verdict is made of. Pure: the same for the same judgement. */
export function cardOf(judged: JudgedChange, main: JudgedMain, { pull, effect }: CardOptions): Card {
  const { change, facts, decision, checked } = judged
  const { lab } = main.house
  const open = decision.reasons.flatMap((one) => (one.code === 'finding-open' ? [one.args.finding] : []))
  const head = 'unreadable' in change ? undefined : change.head
  return {
    pull,
    ...(head !== undefined && { head }),
    author: facts.author.login,
    level: lab.review.level,
    decision,
    ...(checked === undefined ? nothing : seen(judged, checked, main)),
    findings: facts.findings,
    inForce: grantsIn(judged),
    given: facts.grants,
    alternatives: decision.verdict === 'needs-admin' ? alternativesTo(open, lab) : [],
    offers: head === undefined ? [] : offers(decision, { pull, head }, main),
    admins: decision.admins.map((login) => ({ login, ...idOf(login, main) })),
    ...(effect !== undefined && { effect }),
  }
}

const nothing: Pick<Card, 'requests' | 'numbers' | 'foreseen'> = {
  requests: [],
  numbers: [],
  foreseen: { certain: [], uncertain: [] },
}

/** What the change does to requests. */
function seen(judged: JudgedChange, checked: Checked, main: JudgedMain): typeof nothing {
  const { change, facts, decision } = judged
  // What is refused may be half of what was meant: nobody is told numbers of it.
  if (decision.verdict === 'refused' || decision.verdict === 'could-not-tell' || 'unreadable' in change) return nothing
  const { house, input } = main
  const requests = requestCards(main.checked.rendered, checked.rendered, house.lab)
  const owners = new Set(requests.map(({ request }) => request.split('/')[0] ?? ''))
  const told = [...facts.findings.own, ...facts.findings.lifted.map(({ finding }) => finding)]
  const numbers = [...sumRows(totalsFor(main.checked, owners), totalsFor(checked, owners), told), ...amountRows(told)]
  const after = { checked, findings: checked.findings }
  const setting = { lab: house.lab, now: input.now, main: main.commit, head: change.head }
  return { requests, numbers, foreseen: foreseenFor(owners, main, after, setting) }
}

function grantsIn({ facts }: JudgedChange): readonly Grant[] {
  const grants = facts.findings.lifted.map(({ grant }) => grant)
  return [...new Map(grants.map((grant) => [`${grant.pull}-${grant.login}-${grant.request}`, grant])).values()]
}

function offers(
  { reasons, ask }: Decision,
  { pull, head }: { readonly pull: number; readonly head: string },
  main: JudgedMain,
): Card['offers'] {
  if (ask === undefined) return []
  const { lab } = main.house
  const today = dayIn(lab.timeZone, main.input.now)
  return offersFor(reasons, { pull, head, ask, today, maxDays: lab.grants.maxDays })
}

function idOf(login: string, { house }: JudgedMain): { readonly id?: number } {
  const { members } = house.lab
  const id = Object.hasOwn(members, login) ? members[login]?.id : undefined
  return id === undefined ? {} : { id }
}
