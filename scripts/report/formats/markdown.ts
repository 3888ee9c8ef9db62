import type { Law } from '../../model/finding.ts'
import type { Total } from '../../model/report.ts'
import { code } from '../code.ts'
import { disarmed } from '../disarmed.ts'
import { fitted } from '../fitted.ts'
import type { Formatter } from '../formatter.ts'
import { prose } from '../prose.ts'
import { liftedText, signs, summary } from '../summary.ts'
import type { Lifted } from '../telling.ts'
import type { Told } from '../told.ts'
import { visible } from '../visible.ts'

/** For a comment on a pull request or a job's summary. Every foreign text goes through `code()`. */
export const markdown: Formatter = (telling) => {
  const head = [`### ${summary(telling)}`, ...totalsTable(telling.report.totals ?? [])]
  const files = [...Map.groupBy(telling.told, ({ file }) => file)]
  const items = files.flatMap(([file, told]) => [`\n#### ${code(file)}\n`, ...told.map(item)])
  const lifted = telling.lifted.map(liftedItem)
  return disarmed(
    fitted(
      [...head, ...items, ...(lifted.length === 0 ? [] : ['\n#### Lifted by a grant\n', ...lifted])],
      'finding',
      '`npx lab check` shows them all.',
    ),
  )
}

function item({ finding, subject, what, fix, help, foreign }: Told): string {
  const { line } = finding.place
  const where = line === undefined ? (subject === undefined ? '' : `${code(subject)} `) : `**line ${line}** `
  const law = finding.law === undefined ? '' : ` · ${lawText(finding.law)}`
  const sentences = [
    `${where}${prose(what, foreign)}`,
    `**Fix:** ${prose(fix, foreign)}`,
    ...help.map((one) => prose(one, foreign)),
  ]
  const lines = [...sentences, `${code(finding.code)}${law}`].filter((one) => one.trim() !== '')
  return `- ${signs[finding.severity]} ${lines.join('<br>\n  ')}`
}

function liftedItem(lifted: Lifted): string {
  const { file, request = file, foreign } = lifted.told
  return `- ◇ ${prose(liftedText(lifted), [...foreign, request, visible(lifted.grant.by)])}`
}

function lawText({ by, asOf, source }: Law): string {
  const date = asOf === undefined ? '' : ` as of ${prose(visible(asOf), [])}`
  if (source === undefined) return `${by} rule${date}`
  return `${by} rule${date}, ${/^https:\/\/[\w.-]+(?:\/[\w.~-]*)*$/.test(source) ? `<${source}>` : code(source)}`
}

function totalsTable(totals: readonly Total[]): readonly string[] {
  if (totals.length === 0) return []
  const rows = totals.map(({ party, what, used, limit }) => `| ${[party, what, used, limit].map(code).join(' | ')} |`)
  return [['\n| who | what | asked | limit |', '|---|---|---|---|', ...rows].join('\n')]
}
