import type { Forge } from '../model/forge.ts'
import type { House } from '../model/request.ts'
import { cardOf } from '../pipeline/card/card-of.ts'
import { stillAsked } from '../pipeline/obey/asked.ts'
import type { ReadOver } from '../pipeline/review/read-handed-over.ts'
import type { Reviewing } from '../pipeline/review/review-pulls.ts'
import { changeMarks } from '../report/index.ts'

/** What a pull request should bear, from its verdict. */
export function marksIn(
  { home }: Forge,
  { lab }: House,
  { effects, now }: Pick<ReadOver, 'effects'> & { now: Date },
): Reviewing['marksOf'] {
  const where = { home, timeZone: lab.timeZone, now: now.toISOString() }
  return (pull, judged, main) => {
    const effect = 'unreadable' in judged.change ? undefined : effects.get(judged.change.head)
    const card = cardOf(judged, main, { pull: pull.number, ...(effect && { effect }) })
    return stillAsked(changeMarks(card, where), pull)
  }
}
