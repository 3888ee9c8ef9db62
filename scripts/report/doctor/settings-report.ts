import type { ReviewLevel } from '../../model/lab.ts'
import type { PlanFormat } from '../../model/report.ts'
import { settingsVerdict, type SettingFinding } from '../../model/settings.ts'
import { code } from '../code.ts'
import { disarmed } from '../disarmed.ts'
import { painter } from '../paint.ts'
import { rowsText, type Row } from '../plan/rows.ts'
import { prose } from '../prose.ts'
import { visibleJson } from '../visible-json.ts'
import { toldSetting, type ToldSetting } from './told-setting.ts'

export interface SettingsReportOptions {
  /** `uci/lab`. */
  readonly repository: string
  /** `https://github.com`. */
  readonly server: string
  readonly level: ReviewLevel['level']
  readonly color: boolean
  readonly width: number
}

type Is = SettingFinding['is']

/** Titles of what is told, in reading order. */
const order: readonly (readonly [is: Is, sign: string, title: string])[] = [
  ['wrong', '✖', 'To set'],
  ['not-in-plan', '✖', 'Not in your plan: make the repository public, or take GitHub Team (a person: Pro)'],
  ['unreadable', '◌', 'Cannot be read with this token: use that of an admin of the repository, with all read rights'],
  ['by-eye', '◌', 'Look yourself'],
  ['right', '✔', 'As it should be'],
]

/** What the settings of a repository are, in a format, with a final line break. */
export function settingsReport(
  findings: readonly SettingFinding[],
  format: PlanFormat,
  options: SettingsReportOptions,
): string {
  if (format === 'json') return settingsJson(findings, options)
  const told = order.map(([is, sign, title]) => ({ sign, title, settings: toldOf(findings, is, options) }))
  return disarmed(format === 'text' ? settingsText(told, findings, options) : settingsMarkdown(told, findings, options))
}

interface Group {
  readonly sign: string
  readonly title: string
  readonly settings: readonly ToldSetting[]
}

function toldOf(findings: readonly SettingFinding[], is: Is, options: SettingsReportOptions): readonly ToldSetting[] {
  return findings.filter((finding) => finding.is === is).map((finding) => toldSetting(finding, homeOf(options)))
}

function settingsText(
  groups: readonly Group[],
  findings: readonly SettingFinding[],
  options: SettingsReportOptions,
): string {
  const page = { width: options.width, paint: painter(options.color) }
  const lists = groups.map(({ sign, title, settings }) => rowsText(title, settings.map(rowOf(sign)), page))
  const parts = [page.paint('underline', titleOf(options)), ...lists, summaryOf(findings)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function rowOf(sign: string): (setting: ToldSetting) => Row {
  return ({ title, of, what, fix, page }) => ({
    sign,
    member: title,
    thing: of,
    told: { what, ...(fix !== undefined && { fix: `${fix} ${page ?? ''}` }) },
  })
}

function settingsMarkdown(
  groups: readonly Group[],
  findings: readonly SettingFinding[],
  options: SettingsReportOptions,
): string {
  const lists = groups
    .filter(({ settings }) => settings.length > 0)
    .flatMap(({ sign, title, settings }) => ['', `#### ${prose(title, [])}`, '', ...settings.map(itemOf(sign))])
  return `${[`### ${prose(titleOf(options), [])}`, '', prose(summaryOf(findings), []), ...lists].join('\n')}\n`
}

/** A page is made of names that a schema or GitHub's own rules let through: it can stand as a link. */
function itemOf(sign: string): (setting: ToldSetting) => string {
  return ({ title, of, what, fix, page }) => {
    const todo = fix === undefined ? '' : `<br>\n  ${prose(fix, [])} [Open](${page ?? ''})`
    return `- ${sign} ${code(of === '' ? title : `${title} · ${of}`)} ${prose(what, [])}${todo}`
  }
}

function homeOf({ server, repository }: SettingsReportOptions): string {
  return `${server}/${repository}`
}

function titleOf({ repository, level }: SettingsReportOptions): string {
  return `Settings of ${repository}, for review at level ${level}`
}

function summaryOf(findings: readonly SettingFinding[]): string {
  const count = (...kinds: readonly Is[]) => findings.filter(({ is }) => kinds.includes(is)).length
  const [wrong, unread, right] = [count('wrong', 'not-in-plan'), count('unreadable'), count('right')]
  const head = wrong + unread === 0 ? `✔ ${right} settings` : `${wrong} to set, ${unread} could not be read, ${right}`
  return `${head} as they should be${count('by-eye') === 0 ? '.' : `; ${count('by-eye')} to look at yourself.`}`
}

/** For programs: `schemas/lab/settings.schema.json` is the contract. */
function settingsJson(findings: readonly SettingFinding[], options: SettingsReportOptions): string {
  const { repository, level } = options
  const settings = findings.map((finding) => {
    const { what, fix, page } = toldSetting(finding, homeOf(options))
    return { ...finding, what, fix, page }
  })
  return visibleJson({ v: 1, repository, level, verdict: settingsVerdict(findings), settings })
}
