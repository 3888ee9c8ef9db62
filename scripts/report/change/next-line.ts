import type { Card } from '../../model/card.ts'
import type { Verdict } from '../../model/decision.ts'

type Level = Card['level']

const goesIn: Readonly<Record<Level, string>> = {
  computed: 'It is merged by itself, as soon as it is no draft.',
  simple: 'Nobody has to decide anything: an admin presses the button.',
}

const next: Readonly<Record<Verdict, (card: Card) => string>> = {
  auto: ({ level }) => goesIn[level],
  granted: ({ level }) => goesIn[level],
  'needs-admin': ({ alternatives }) =>
    alternatives.length === 0
      ? 'Its author has nothing to do. What an admin does stands at the end.'
      : 'Its author has nothing to do, or takes what passes without an admin. What an admin does stands at the end.',
  refused: () => 'Mend what stands below and push: it is looked at again within two minutes.',
  'could-not-tell': () => 'This says nothing about the request. It is looked at again within 15 minutes.',
}

/** What happens now, and who has to do something. */
export function nextLine(card: Card): string {
  return next[card.decision.verdict](card)
}
