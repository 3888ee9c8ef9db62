import type { RunCard, RunRow } from '../../model/card.ts'
import type { Marks } from '../../model/forge.ts'
import { callsForText } from '../../review/index.ts'
import { runCards, type Telling } from './run-cards.ts'

export interface TellingRuns extends Telling {
  readonly marksOf: (card: RunCard) => Pick<Marks, 'comment' | 'labels'>
}

/** Turns the comment of each merged pull request into the card of its runs; writes only what differs. Gives how many were told something. */
export async function tellRuns(rows: readonly RunRow[], telling: TellingRuns): Promise<number> {
  const cards = await runCards(rows, telling)
  const told = await Promise.all(cards.map((card) => tell(card, telling)))
  return told.filter(Boolean).length
}

async function tell(card: RunCard, { forge, marksOf }: TellingRuns): Promise<boolean> {
  const pull = await forge.pull(card.pull)
  if (pull === undefined) return false
  const calls = callsForText(pull, marksOf(card), await forge.marks(pull))
  for (const call of calls) await forge.send(call)
  return calls.length > 0
}
