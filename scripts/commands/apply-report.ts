import { writeFile } from 'node:fs/promises'
import type { Lab } from '../model/lab.ts'
import type { Time } from '../model/memory.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { PlanFormat } from '../model/report.ts'
import type { Watched } from '../model/watched.ts'
import { exitOf, type Applied } from '../pipeline/apply/carry-out.ts'
import { outcomeReport, planReport } from '../report/plan/index.ts'
import type { ExitCode } from './exit-code.ts'
import { page } from './page.ts'

export interface ReportTo {
  readonly format: PlanFormat
  readonly title: string
  readonly lab: Lab
  readonly now: Time
  readonly dryRun?: true
  /** The file that gets the record, as JSON. */
  readonly record?: string
}

/** Prints how it went, or after a dry run what would be done; the code says it to the shell. */
export async function applyReport(
  applied: Applied & { readonly watched?: readonly Watched[] },
  { format, record, dryRun, ...about }: ReportTo,
): Promise<ExitCode> {
  const options = { ...page(), ...about }
  const { plan } = applied
  const text = (as: PlanFormat): string =>
    dryRun ? planReport(plan, as, options) : outcomeReport(applied, as, options)
  process.stdout.write(text(format))
  if (record !== undefined) await writeFile(record, text('json'))
  return exitOf(dryRun ? refusedIn(plan) : applied.outcomes, applied.locks, applied.watched)
}

/** What an apply would refuse. */
function refusedIn({ steps }: Plan): readonly Outcome[] {
  return steps.flatMap((step) => {
    const { key, member, refusal, args } = step
    return refusal === undefined ? [] : [{ key, member, step, ending: 'refused', left: 'as-it-was', refusal, args }]
  })
}
