import { prefixOf } from '../../model/lab.ts'
import { auditVerdict, type AuditFinding } from '../../model/audit-finding.ts'
import type { AuditWeight } from '../../model/codes/audit.ts'
import type { PlanFormat } from '../../model/report.ts'
import { disarmed } from '../disarmed.ts'
import { fitted } from '../fitted.ts'
import { painter } from '../paint.ts'
import type { PlanReportOptions } from '../plan/index.ts'
import { rowsMarkdown, rowsText } from '../plan/rows.ts'
import { prose } from '../prose.ts'
import { counted } from '../summary.ts'
import { visibleJson } from '../visible-json.ts'
import { auditGroups, toldAudit, type ToldAudit } from './audit-view.ts'

export interface AuditReportOptions extends PlanReportOptions {
  /** For how many days back the ends of runs are told. */
  readonly days: number
}

/** What an audit found, in a format, with a final line break. */
export function auditReport(
  findings: readonly AuditFinding[],
  format: PlanFormat,
  options: AuditReportOptions,
): string {
  const { lab, now } = options
  const told = toldAudit(findings, { now, timeZone: lab.timeZone, prefixOf: (login) => prefixOf(lab, login) })
  if (format === 'json') return auditJson(told, options)
  return format === 'markdown' ? auditMarkdown(told, options) : auditText(told, options)
}

function auditText(told: readonly ToldAudit[], { title, days, color, width }: AuditReportOptions): string {
  const page = { width, paint: painter(color) }
  const groups = auditGroups(told, days).map(({ title: heading, rows }) => rowsText(heading, rows, page))
  const parts = [page.paint('underline', title), ...groups, summaryOf(told)]
  return disarmed(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

function auditMarkdown(told: readonly ToldAudit[], { title, days }: AuditReportOptions): string {
  const groups = auditGroups(told, days).flatMap(({ title: heading, rows }) => rowsMarkdown(heading, rows))
  return disarmed(
    fitted(
      [`### ${prose(title, [])}`, '', prose(summaryOf(told), []), ...groups],
      'finding',
      '`npx lab audit` shows them all.',
    ),
  )
}

/** For programs: `schemas/lab/audit.schema.json` is the contract. */
function auditJson(told: readonly ToldAudit[], { title, now }: AuditReportOptions): string {
  return visibleJson({
    v: 1,
    title,
    at: now,
    verdict: auditVerdict(told.map(({ finding }) => finding)),
    findings: told.map(({ finding: { code, member, key, args }, weight, thing, told: { what, fix } }) => ({
      code,
      weight,
      member,
      key,
      thing,
      args,
      what,
      fix,
    })),
  })
}

function summaryOf(told: readonly ToldAudit[]): string {
  const count = (weight: AuditWeight) => told.filter((one) => one.weight === weight).length
  const [unknown, person, news] = [count('unknown'), count('person'), count('news')]
  const head = unknown > 0 ? `${unknown} could not be told, ${person} need somebody` : `${person} need somebody`
  return person + unknown === 0
    ? `Everything is as it should be; ${counted(news, 'thing')} to know.`
    : `${head}, ${counted(news, 'thing')} to know.`
}
