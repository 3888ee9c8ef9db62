import { isOurs } from '../model/blame.ts'
import type { Report } from '../model/report.ts'

/**
 * `fits`: no error. `refused`: a request is wrong. `unknown`: nobody is wrong, but we failed or could not tell. `empty`: nothing was
 * there to judge, which is never success.
 */
export type Verdict = 'fits' | 'refused' | 'unknown' | 'empty'

export function verdictOf(report: Report): Verdict {
  const errors = report.findings.filter((finding) => finding.severity === 'error')
  if (errors.some((finding) => !isOurs(finding))) return 'refused'
  if (errors.length > 0) return 'unknown'
  return report.judged.some((judged) => judged.objects > 0) ? 'fits' : 'empty'
}
