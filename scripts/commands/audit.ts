import type { AuditWeight } from '../model/codes/audit.ts'
import { auditVerdict } from '../model/audit-finding.ts'
import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { PlanFormat } from '../model/report.ts'
import { auditLive } from '../pipeline/apply/audit-live.ts'
import { auditReport } from '../report/index.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { clock } from './clock.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { labHere } from './lab-here.ts'
import { page } from './page.ts'
import { reviewed, type ReviewedOptions } from './reviewed.ts'
import { UsageError } from './usage-error.ts'
import { wholeNumber } from './whole-number.ts'

export interface AuditOptions extends ClusterOptions, Partial<ReviewedOptions> {
  readonly days: string
  readonly format: PlanFormat
}

const codes: Readonly<Record<AuditWeight, ExitCode>> = {
  unknown: exitCode.failed,
  person: exitCode.wrong,
  news: exitCode.done,
}

/** `lab audit`: what is in the cluster against what is remembered and, with a reviewed folder, against what is asked for. It runs no member's code. */
export function audit(options: AuditOptions): Promise<ExitCode> {
  return judging('text', () => auditHere(options))
}

async function auditHere(options: AuditOptions): Promise<ExitCode> {
  const days = wholeNumber('--days', options.days)
  const { lab, desired } = await lookedFor(options)
  const now = clock()
  const input = { lab, now, days, ...(desired && { desired }) }
  const findings = await atCluster(options, lab.namespace, (connection) => auditLive(connection, input))
  const title = `Audit of ${lab.namespace}`
  process.stdout.write(auditReport(findings, options.format, { ...page(), lab, now, days, title }))
  return codes[auditVerdict(findings)]
}

async function lookedFor({ rendered, commit, digest }: AuditOptions): Promise<{ lab: Lab; desired?: Desired }> {
  if (rendered !== undefined && commit !== undefined && digest !== undefined)
    return await reviewed({ rendered, commit, digest })
  if (rendered ?? commit ?? digest) throw new UsageError('`--rendered`, `--commit` and `--digest` go together.')
  return { lab: await labHere() }
}
