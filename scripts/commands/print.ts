import type { Format, Report } from '../model/report.ts'
import { report as write, wantsColor } from '../report/index.ts'

const widest = 120

/** Writes a report to stdout. */
export function print(report: Report, format: Format, sources: (file: string) => string | undefined): void {
  const { stdout, env } = process
  const width = Math.min(stdout.columns ?? widest, widest)
  process.stdout.write(write(report, format, { color: wantsColor(stdout, env), width, sources }))
}
