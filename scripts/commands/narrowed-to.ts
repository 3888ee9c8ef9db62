import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from './usage-error.ts'

/** The report on some files or folders: what stands in them, and what concerns their members as a whole. */
export function narrowedTo(paths: readonly string[], report: Report, together: ReadonlySet<Finding>): Report {
  if (paths.length === 0) return report
  for (const path of paths) mustName(path, report)
  const owners = new Set(paths.map(ownerIn))
  const wanted = (finding: Finding): boolean =>
    together.has(finding) ? owners.has(ownerIn(finding.place.file)) : isIn(finding.place.file, paths)
  return {
    ...report,
    judged: report.judged.filter(({ file }) => isIn(file, paths)),
    findings: report.findings.filter(wanted),
    lifted: (report.lifted ?? []).filter(({ finding }) => isIn(finding.place.file, paths)),
  }
}

/** A path that matches nothing would make an empty report, and an empty report looks like success. */
function mustName(path: string, { judged, findings }: Report): void {
  const files = [...judged.map(({ file }) => file), ...findings.map(({ place }) => place.file)]
  if (!files.some((file) => isIn(file, [path]))) throw new UsageError(`\`${path}\` names no request.`)
}

function isIn(file: string, paths: readonly string[]): boolean {
  return paths.some((path) => file === path || file.startsWith(`${path}/`))
}

/** `users/alice/dev.ts` is alice's. */
export function ownerIn(path: string): string {
  return path.split('/')[1] ?? ''
}
