import type { Card } from '../../model/card.ts'
import type { Reason, Verdict } from '../../model/decision.ts'
import { foreignIn, reasonSentence } from '../sentences/reasons.ts'

/** The first line: verdict, and reason with its number. Not Markdown yet. */
export interface Headline {
  readonly sign: string
  readonly text: string
  readonly foreign: readonly string[]
}

const signs: Readonly<Record<Verdict, string>> = {
  auto: '✔',
  granted: '✔',
  'needs-admin': '✋',
  refused: '✖',
  'could-not-tell': '⚠',
}

const words: Readonly<Record<Verdict, string>> = {
  auto: 'Fits',
  granted: 'Granted',
  'needs-admin': 'Needs an admin',
  refused: 'Cannot go in yet',
  'could-not-tell': 'Our fault',
}

/** So many reasons in words; the rest is a number. */
const told = 2

export function headlineOf(card: Pick<Card, 'decision' | 'numbers' | 'requests' | 'author'>): Headline {
  const { verdict, reasons } = card.decision
  const [first] = reasons
  if (first === undefined) throw new Error('a decision without a reason')
  const same = reasons.filter(({ says }) => says === first.says)
  const shorts = [...new Set(same.map((one) => shortOf(one, card)))]
  const more = shorts.length > told ? `; and ${shorts.length - told} more` : ''
  return {
    sign: signs[verdict],
    text: `${words[verdict]}: ${shorts.slice(0, told).join('; ')}${more}`,
    foreign: same.flatMap(foreignIn),
  }
}

function shortOf(reason: Reason, card: Pick<Card, 'numbers' | 'requests' | 'author'>): string {
  return reason.code === 'small-request' ? withinText(card) : reasonSentence(reason).short
}

/** `1 of 4 GPUs, 100Gi of 500Gi disk`. */
function withinText({ numbers, requests, author }: Pick<Card, 'numbers' | 'requests' | 'author'>): string {
  if (requests.length > 0 && requests.every(({ is }) => is === 'gone')) return endsText(requests)
  const own = numbers.filter(({ party, what }) => party === author && (what === 'GPUs' || what === 'disk'))
  if (own.length > 0) return own.map(({ what, after, limit }) => `${after} of ${limit} ${what}`).join(', ')
  return requests.length === 0 ? 'nothing that runs changes' : 'within every limit'
}

function endsText([first, ...rest]: Card['requests']): string {
  return rest.length === 0 ? `\`${first?.request}\` is removed` : `${rest.length + 1} requests are removed`
}
