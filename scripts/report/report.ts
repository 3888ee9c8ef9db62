import type { Format, Report } from '../model/report.ts'
import type { ReportOptions } from './formatter.ts'
import { formatters } from './formats/index.ts'
import { sentenceOf } from './sentences/sentence-of.ts'
import { tell } from './telling.ts'

/** The report as text in a format, with a final line break. Prints nothing, decides nothing: `verdictOf` tells what it comes to. */
export function report(result: Report, format: Format, options: ReportOptions): string {
  return formatters[format](tell(result, sentenceOf), options)
}
