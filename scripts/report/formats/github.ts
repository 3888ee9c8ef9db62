import type { Severity } from '../../model/finding.ts'
import { disarmed } from '../disarmed.ts'
import type { Formatter } from '../formatter.ts'
import { counted, summary } from '../summary.ts'
import type { Telling } from '../telling.ts'
import type { Told } from '../told.ts'
import { text } from './text.ts'

/** Annotations of one kind that GitHub shows for one step; it drops the rest without a word. Source: docs.github.com, workflow commands. */
const shown = 10

/** For a GitHub workflow's log: annotations as far as GitHub shows them, and everything in words in a folded group. */
export const github: Formatter = (telling, options) => {
  const severities: readonly Severity[] = ['error', 'warning', 'notice']
  const annotations = severities.flatMap((severity) => annotationsOf(severity, telling))
  const words = text(telling, { ...options, color: false, width: 120 })
  const group =
    telling.told.length === 0
      ? words
      : `::group::${counted(telling.told.length, 'finding')} in words\n${words}::endgroup::\n${summary(telling)}\n`
  return [...annotations, group].join('\n')
}

function annotationsOf(severity: Severity, { told }: Telling): readonly string[] {
  const those = told.filter(({ finding }) => finding.severity === severity)
  if (those.length <= shown) return those.map(annotation)
  const rest = those.slice(shown - 1)
  return [...those.slice(0, shown - 1).map(annotation), restAnnotation(severity, rest)]
}

function annotation({ finding, file, request, what, fix, help, rule }: Told): string {
  const { line, column, endLine = line, endColumn } = finding.place
  const columns = line !== undefined && endLine === line
  const properties = {
    file,
    line,
    endLine,
    col: columns ? column : undefined,
    endColumn: columns ? endColumn : undefined,
    title: [request, finding.code].filter(Boolean).join(' '),
  }
  return command(finding.severity, properties, [what, fix, ...help, rule].filter(Boolean).join('\n'))
}

function restAnnotation(severity: Severity, rest: readonly Told[]): string {
  const files = [...Map.groupBy(rest, ({ file }) => file)].map(([file, told]) => `${file}: ${told.length}`)
  const lines = files.length <= 20 ? files : [...files.slice(0, 19), `and ${files.length - 19} more files`]
  return command(severity, { title: `${counted(rest.length, severity)} more` }, lines.join('\n'))
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const set = Object.entries(properties).filter(([, value]) => value !== undefined)
  return `::${name} ${set.map(([key, value]) => `${key}=${escapedProperty(String(value))}`).join(',')}::${escaped(message)}`
}

/** Source: actions/toolkit `command.ts`. */
function escaped(message: string): string {
  return disarmed(message).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(value: string): string {
  return escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
