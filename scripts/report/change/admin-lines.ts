import type { Card, GrantOffer } from '../../model/card.ts'
import type { Reason } from '../../model/decision.ts'
import { block } from '../block.ts'
import { code } from '../code.ts'
import { prose } from '../prose.ts'
import { newFileUrl } from './new-file-url.ts'
import { isPlainName, type Where } from './where.ts'

/** What an admin does who says yes; nothing where nobody is asked. */
export function adminLines(card: Card, where: Where): readonly string[] {
  if (card.decision.verdict !== 'needs-admin') return []
  const steps = [...grantSteps(card, where), ...reviewSteps(card)]
  return ['', '---', `**For admins** (${card.admins.map(({ login }) => code(login)).join(', ')})`, ...steps]
}

function grantSteps(card: Card, where: Where): readonly string[] {
  const { offers, decision, level } = card
  const until = offers[0]?.until
  if (until === undefined || decision.ask === undefined) return []
  return level === 'computed' ? commandLines(decision.ask, until) : linkLines(card, where, until)
}

function commandLines(ask: string, until: string): readonly string[] {
  return [
    '',
    'To say yes until a date, write this as a new comment; a reason may follow in its next lines:',
    '',
    block(`/grant ${ask} until=${until}`),
    '',
    'To ask back: `/ask` and your question. To say no, close this pull request.',
  ]
}

const mostLinks = 3
/** Browsers and GitHub take longer ones; a comment has room for three of these. */
const longestLink = 4_000

/** GitHub lets an admin commit the file; the next look counts it. */
function linkLines(card: Card, where: Where, until: string): readonly string[] {
  const links = card.offers.flatMap((offer) => linksFor(offer, card, where))
  const shown = links.slice(0, mostLinks)
  const command = code(`/grant ${card.decision.ask} until=${until}`)
  if (shown.length === 0) {
    return ['', `To say yes until a date, write ${command} as a new comment: the answer holds the files to commit.`]
  }
  const more = links.length - shown.length
  return [
    '',
    'To say yes: open your link, write the reason, commit the file; then merge. Without it, what is merged here is not launched.',
    '',
    ...shown,
    ...(more === 0 ? [] : [`- ${more} more: write ${command}, and the answer holds them all.`]),
    '',
    'To say no, close this pull request.',
  ]
}

function linksFor(offer: GrantOffer, { admins, author, pull }: Card, { home }: Where): readonly string[] {
  const { login, request, until } = offer
  return admins.flatMap(({ login: by, id: byId }) => {
    if (byId === undefined || by === author || ![login, request, until].every(isPlainName)) return []
    const grant = { ...offer, by, byId, reason: 'Write here why.' }
    const file = `grants/${pull}-${login}-${request}.json`
    const url = newFileUrl(home, file, `${JSON.stringify(grant, null, 2)}\n`)
    return url.length > longestLink
      ? []
      : [`- ${code(by)}: [grant ${code(`${login}/${request}`)} until ${code(until)}](${url})`]
  })
}

const byReview: ReadonlySet<Reason['code']> = new Set([
  'approval-missing',
  'account-unbound',
  'others-affected',
  'check-pending',
])

function reviewSteps({ decision }: Card): readonly string[] {
  const codes = decision.reasons.filter(({ says }) => says === 'ask').map(({ code: which }) => which)
  if (!codes.some((which) => byReview.has(which))) return []
  const also = codes.includes('finding-open') ? 'Besides, approve' : 'Approve'
  return ['', prose(`${also} this commit in a review: Files changed, Review changes, Approve.`, [])]
}
