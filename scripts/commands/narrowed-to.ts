import type { Finding } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { UsageError } from './usage-error.ts'

/** A path as it was given, and as the report writes it. */
export interface Shown {
  readonly given: string
  /** `users/alice/dev.ts`, `users/alice`, or `users` for everybody. */
  readonly path: string
}

/** The members whose paths were given; `undefined` for everybody. */
export function ownersIn(shown: readonly Shown[]): ReadonlySet<string> | undefined {
  const owners = shown.map(({ path }) => ownerIn(path))
  return owners.length === 0 || owners.includes('') ? undefined : new Set(owners)
}

/** The report on some files or folders: what stands in them, and what concerns their members as a whole. */
export function narrowedTo(shown: readonly Shown[], report: Report, together: ReadonlySet<Finding>): Report {
  if (shown.length === 0) return report
  for (const one of shown) mustName(one, report)
  const paths = shown.map(({ path }) => path)
  const owners = ownersIn(shown)
  const isTheirs = ({ place }: Finding): boolean => owners?.has(ownerIn(place.file)) ?? true
  const wanted = (finding: Finding): boolean =>
    together.has(finding) ? isTheirs(finding) : isIn(finding.place.file, paths)
  return {
    ...report,
    judged: report.judged.filter(({ file }) => isIn(file, paths)),
    findings: report.findings.filter(wanted),
    lifted: (report.lifted ?? []).filter(({ finding }) => isIn(finding.place.file, paths)),
  }
}

/** A path that matches nothing would make an empty report, and an empty report looks like success. */
function mustName({ given, path }: Shown, { judged, findings }: Report): void {
  const files = [...judged.map(({ file }) => file), ...findings.map(({ place }) => place.file)]
  if (!files.some((file) => isIn(file, [path]))) throw new UsageError(`\`${given}\` names no request.`)
}

function isIn(file: string, paths: readonly string[]): boolean {
  return paths.some((path) => file === path || file.startsWith(`${path}/`))
}

/** `users/alice/dev.ts` is alice's. */
function ownerIn(path: string): string {
  return path.split('/')[1] ?? ''
}
