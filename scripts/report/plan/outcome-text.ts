import { disarmed } from '../disarmed.ts'
import { hanging } from '../hanging.ts'
import { painter } from '../paint.ts'
import { counted } from '../summary.ts'
import { isLabLocked, type OutcomeTold, type OutcomeView } from './outcome-view.ts'
import type { PageOptions } from './plan-text.ts'
import { rowsText, type Row } from './rows.ts'

/** How an apply went, for a terminal: failures first, and what each left behind. */
export function outcomeText(title: string, view: OutcomeView, { color, width }: PageOptions): string {
  const page = { width, paint: painter(color) }
  const parts = [
    page.paint('underline', title),
    view.locks.flatMap(({ told }) => hanging('✖ ', `${told.what} ${told.fix}`, width)).join('\n'),
    rowsText('Did not succeed', rows('✖', view.failed), page),
    rowsText('Launched, and does not start by itself', rows('✖', view.stuck), page),
    rowsText('Waits', rows('◌', view.waiting), page),
    rowsText('Done', rows('✔', view.done), page),
    outcomeSummary(view),
  ]
  return disarmed(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

/** The last line, with the numbers. */
export function outcomeSummary({ locks, failed, stuck, waiting, done, rest, locked }: OutcomeView): string {
  const numbers = [
    `${done.length} done`,
    ...(failed.length === 0 ? [] : [`${failed.length} did not succeed`]),
    ...(stuck.length === 0 ? [] : [`${stuck.length} launched in vain`]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} wait`]),
  ]
  const others = rest === 0 ? '' : ` ${counted(rest, 'object')} more needed nothing.`
  if (locked > 0) return `Nothing was done: ${counted(locked, 'object')} behind the lock.${others}`
  if (failed.length + stuck.length + waiting.length + done.length === 0)
    return `${isLabLocked(locks.map(({ lock }) => lock)) ? 'Nothing was done.' : 'Nothing was due.'}${others}`
  return `${numbers.join(', ')}.${others}`
}

export function rows(sign: string, told: readonly OutcomeTold[]): readonly Row[] {
  return told.map(({ outcome: { member, message }, thing, told: sentence }) => ({
    sign,
    member,
    thing,
    told: sentence,
    ...(message !== undefined && { message }),
  }))
}
