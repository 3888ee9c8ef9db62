import type { PlanFormat } from '../model/report.ts'
import { tendLab } from '../pipeline/apply/tend-lab.ts'
import { applyReport } from './apply-report.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { clock } from './clock.ts'
import type { ExitCode } from './exit-code.ts'
import { insistOnRights } from './insist-on-rights.ts'
import { judging } from './judging.ts'
import { reviewed, type ReviewedOptions } from './reviewed.ts'

export interface StorageOptions extends ClusterOptions, ReviewedOptions {
  readonly dryRun?: true
  readonly acceptHistory?: true
  readonly record?: string
  readonly format: PlanFormat
}

/** `lab storage`: what of a reviewed commit is left to the storage identity. It grows and retires disks, and writes nothing else. */
export function storage(options: StorageOptions): Promise<ExitCode> {
  return judging('text', () => tendReviewed(options))
}

async function tendReviewed(options: StorageOptions): Promise<ExitCode> {
  const { desired, lab } = await reviewed(options)
  const { dryRun, acceptHistory, format, record, commit } = options
  const now = clock()
  const applied = await atCluster(options, lab.namespace, async (connection, greeting) => {
    await insistOnRights(connection, greeting, 'lab-storage')
    const planning = acceptHistory ? { acceptHistory } : {}
    return await tendLab(connection, { desired, lab, now, options: planning, ...(dryRun && { dryRun }) })
  })
  const title = `Disks of ${lab.namespace}, ${dryRun ? 'dry run' : 'as of'} ${commit.slice(0, 7)}`
  return await applyReport(applied, { format, title, lab, now, ...(record !== undefined && { record }) })
}
