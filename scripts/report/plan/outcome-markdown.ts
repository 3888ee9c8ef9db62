import { disarmed } from '../disarmed.ts'
import { fitted } from '../fitted.ts'
import { prose } from '../prose.ts'
import { outcomeSummary, rows } from './outcome-text.ts'
import type { OutcomeView } from './outcome-view.ts'
import { rowsMarkdown } from './rows.ts'

/** How an apply went, for a job's summary or a comment. */
export function outcomeMarkdown(title: string, view: OutcomeView): string {
  const lines = [
    `### ${prose(title, [])}`,
    '',
    prose(outcomeSummary(view), []),
    ...view.locks.map(({ lock, told }) => `- ✖ ${prose(`${told.what} ${told.fix}`, [lock.member ?? ''])}`),
    ...rowsMarkdown('Did not succeed', rows('✖', view.failed)),
    ...rowsMarkdown('Launched, and does not start by itself', rows('✖', view.stuck)),
    ...rowsMarkdown('Waits', rows('◌', view.waiting)),
    ...rowsMarkdown('Done', rows('✔', view.done)),
  ]
  return disarmed(fitted(lines, 'object', 'the record of the apply has them all.'))
}
