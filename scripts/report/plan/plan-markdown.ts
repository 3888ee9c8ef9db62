import { code } from '../code.ts'
import { disarmed } from '../disarmed.ts'
import { prose } from '../prose.ts'
import { fitted } from '../fitted.ts'
import { restText, useText } from './plan-text.ts'
import type { PlanView } from './plan-view.ts'
import { rowsMarkdown } from './rows.ts'
import type { StepTold } from './view.ts'

/** A plan for a job's summary or a comment. Object names of the cluster stand in a fold. */
export function planMarkdown(title: string, view: PlanView): string {
  const lines = [
    `### ${prose(title, [])}`,
    ...view.locks.map(({ told, lock }) => `- ✖ ${prose(`${told.what} ${told.fix}`, [lock.member ?? ''])}`),
    ...rowsMarkdown('Ends or is let go', view.losses),
    ...rowsMarkdown('Needs somebody, or waits', view.persons),
    ...rowsMarkdown('Begins or changes', view.growth),
    ...(view.rest === 0 ? [] : ['', restText(view)]),
    '',
    ...view.uses.map(([party, use]) => `- ${code(party)} ${prose(useText(use), [])}`),
    ...(view.note === undefined ? [] : ['', prose(view.note, [])]),
    ...names([...view.losses, ...view.persons, ...view.growth]),
  ]
  return disarmed(fitted(lines, 'step', '`npx lab plan` shows them all.'))
}

function names(steps: readonly StepTold[]): readonly string[] {
  if (steps.length === 0) return []
  const rows = steps.map(({ member, thing, key }) => `- ${code(member)} ${code(thing)} ${code(key)}`)
  return ['', '<details><summary>names in the cluster</summary>', '', ...rows, '', '</details>']
}
