import type { Code, Severity } from '../../model/finding.ts'
import { disarmed } from '../disarmed.ts'
import { excerptOf } from '../excerpt.ts'
import type { Formatter, ReportOptions } from '../formatter.ts'
import { hanging } from '../hanging.ts'
import { painter, type Paint } from '../paint.ts'
import { liftedText, signs, summary, totalLines } from '../summary.ts'
import type { Told } from '../told.ts'

const colors = { error: 'red', warning: 'yellow', notice: 'blue' } as const satisfies Record<Severity, string>
/** Threat: a log outlives the key that is taken out of a file. A file with one of these is not quoted at all. */
const unquoted: ReadonlySet<Code> = new Set<Code>(['credential-in-text', 'key-in-the-clear', 'secret-in-git'])
const narrowest = 40
const indent = '    '
const label = 6

/** For a terminal: findings by file, each with the line it is about, and a last line with the verdict. */
export const text: Formatter = (telling, options) => {
  const page = { ...options, width: Math.max(narrowest, options.width), paint: painter(options.color) }
  const files = [...Map.groupBy(telling.told, ({ file }) => file)].map(([file, told]) => fileText(file, told, page))
  const lifted = telling.lifted.flatMap((one) => hanging('◇ ', liftedText(one), page.width))
  const totals = totalLines(telling.report.totals ?? [])
  const good = telling.verdict === 'fits'
  const parts = [...files, lifted.join('\n'), totals.join('\n'), page.paint(good ? 'green' : 'red', summary(telling))]
  return disarmed(`${parts.filter((part) => part !== '').join('\n\n')}\n`)
}

interface Page extends ReportOptions {
  readonly paint: Paint
}

function fileText(file: string, told: readonly Told[], page: Page): string {
  const isSecret = told.some(({ finding }) => unquoted.has(finding.code))
  const source = isSecret ? undefined : page.sources(told[0]?.finding.place.file ?? '')
  const lines = source?.split(/\r\n|[\n\r\u2028\u2029]/) ?? []
  const blocks = told.map((one) => toldLines(one, told, lines, page).join('\n'))
  const note = isSecret ? page.paint('dim', '  (its lines are not shown, for there may be a key in them)') : ''
  return `${page.paint('underline', file)}${note}\n${blocks.join('\n\n')}`
}

/** Whether the place says which object is meant: a line that makes several may be wrong for some of them only. */
function isPlain({ finding: { code, place }, subject }: Told, all: readonly Told[]): boolean {
  if (place.line === undefined) return false
  return all.every(
    (other) =>
      other.subject === subject ||
      other.finding.code !== code ||
      other.finding.place.line !== place.line ||
      other.finding.place.column !== place.column,
  )
}

function toldLines(told: Told, all: readonly Told[], lines: readonly string[], page: Page): readonly string[] {
  const { finding, subject, what, fix, help, rule } = told
  const { line, column } = finding.place
  const sign = signs[finding.severity]
  const where = [line, column].filter((number) => number !== undefined).join(':')
  const [first = '', ...rest] = hanging(`  ${sign} `, where === '' ? what : `${where}  ${what}`, page.width)
  return [
    first.replace(sign, page.paint(colors[finding.severity], sign)),
    ...rest,
    ...excerptLines(finding, lines, page),
    ...(subject !== undefined && !isPlain(told, all) ? labelled('In', subject, page) : []),
    ...labelled('Fix', fix, page),
    ...help.flatMap((sentence) => labelled('Help', sentence, page)),
    ...labelled('Rule', [finding.code, rule].filter(Boolean).join(', '), page),
  ]
}

function excerptLines(finding: Told['finding'], lines: readonly string[], page: Page): readonly string[] {
  const margin = indent.length + String(finding.place.line ?? 0).length + 3
  const excerpt = excerptOf(finding.place, lines, page.width - margin)
  if (excerpt === undefined) return []
  const { number, text: source, mark } = excerpt
  const { endLine = number } = finding.place
  const blank = indent + ' '.repeat(String(number).length)
  const rest = endLine > number ? ` to line ${endLine}` : ''
  return [
    `${page.paint('dim', `${indent}${number} │`)} ${source}`,
    `${page.paint('dim', `${blank} │`)} ${page.paint(colors[finding.severity], mark + rest)}`,
  ]
}

function labelled(name: string, sentence: string, page: Page): readonly string[] {
  const [first = '', ...rest] = hanging(indent + name.padEnd(label), sentence, page.width)
  return [first.replace(name, page.paint('dim', name)), ...rest]
}
