import { prefixOf, type Lab } from '../../model/lab.ts'
import type { Time } from '../../model/memory.ts'
import type { Foreseen, Plan } from '../../model/plan.ts'
import type { PlanFormat } from '../../model/report.ts'
import { visibleJson } from '../visible-json.ts'
import { foreseenViewOf } from './foreseen-view.ts'
import { lockSentence } from './lock-sentences.ts'
import { outcomeJson } from './outcome-json.ts'
import { outcomeMarkdown } from './outcome-markdown.ts'
import { outcomeText } from './outcome-text.ts'
import { outcomeViewOf, type AppliedReport } from './outcome-view.ts'
import { planMarkdown } from './plan-markdown.ts'
import { planText, type PageOptions } from './plan-text.ts'
import { usesOf, viewOf, type PlanView } from './plan-view.ts'
import type { Saying } from './view.ts'

export interface PlanReportOptions extends PageOptions {
  readonly title: string
  readonly lab: Lab
  readonly now: Time
}

/** A plan in a format, with a final line break. */
export function planReport(plan: Plan, format: PlanFormat, options: PlanReportOptions): string {
  if (format === 'json') return visibleJson({ v: 1, title: options.title, at: options.now, ...plan })
  const view = viewOf(plan, sayingOf(options))
  return format === 'markdown' ? planMarkdown(options.title, view) : planText(options.title, view, options)
}

/**
 * What a change does, in a format, with a final line break. GPUs are those that are requested: as if every run of the base still ran.
 */
export function foreseenReport(foreseen: Foreseen, format: PlanFormat, options: PlanReportOptions): string {
  const { certain, uncertain, live } = foreseen
  const { title, now } = options
  const { locks, members } = live
  if (format === 'json') return visibleJson({ v: 1, title, at: now, certain, uncertain, locks, members, lab: live.lab })
  const view: PlanView = {
    ...foreseenViewOf(foreseen, sayingOf(options)),
    locks: locks.map((lock) => ({ lock, told: lockSentence(lock) })),
    uses: usesOf(live),
    note: 'Git does not know which runs are over, who stands in line, which names others have taken, and what the cluster itself refuses: `npx lab plan` asks.',
  }
  return format === 'markdown' ? planMarkdown(title, view) : planText(title, view, options)
}

/** How an apply went, in a format, with a final line break. */
export function outcomeReport(applied: AppliedReport, format: PlanFormat, options: PlanReportOptions): string {
  const saying = sayingOf(options)
  if (format === 'json') return outcomeJson(options.title, applied, saying)
  const view = outcomeViewOf(applied, saying)
  return format === 'markdown' ? outcomeMarkdown(options.title, view) : outcomeText(options.title, view, options)
}

function sayingOf({ now, lab }: Pick<PlanReportOptions, 'now' | 'lab'>): Saying {
  return { now, timeZone: lab.timeZone, prefixOf: (login) => prefixOf(lab, login) }
}

export { foreseenViewOf, type ForeseenView } from './foreseen-view.ts'
