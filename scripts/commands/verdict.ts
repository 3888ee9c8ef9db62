import { isOurs } from '../model/blame.ts'
import type { Report } from '../model/report.ts'
import { exitCode, type ExitCode } from './exit-code.ts'

/** Wrong weighs more than unsure: who can mend something is told so. Nothing judged is never success. */
export function verdict(report: Report): ExitCode {
  const errors = report.findings.filter((finding) => finding.severity === 'error')
  if (errors.some((finding) => !isOurs(finding))) return exitCode.wrong
  if (errors.length > 0) return exitCode.failed
  return report.judged.some((judged) => judged.objects > 0) ? exitCode.done : exitCode.wrong
}
