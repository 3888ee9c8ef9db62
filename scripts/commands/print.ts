import type { Format, Report } from '../model/report.ts'
import { report as write } from '../report/index.ts'
import { page } from './page.ts'

/** Writes a report to stdout. */
export function print(report: Report, format: Format, sources: (file: string) => string | undefined): void {
  process.stdout.write(write(report, format, { ...page(), sources }))
}
