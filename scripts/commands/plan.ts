import { checkLab } from '../pipeline/check-lab.ts'
import { planLive } from '../pipeline/apply/plan-live.ts'
import type { PlanFormat } from '../model/report.ts'
import { planReport } from '../report/index.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { checkInput, usersRootOf } from './check-input.ts'
import { clock } from './clock.ts'
import { desiredHere } from './desired-here.ts'
import type { ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { page } from './page.ts'
import { pendingCode } from './pending-code.ts'
import { UsageError } from './usage-error.ts'

export interface PlanOptions extends ClusterOptions {
  readonly users?: string
  readonly format: PlanFormat
  /** A commit: what the working tree changes against it, without a cluster. */
  readonly base?: string
}

/** `lab plan`: what an apply of the working tree would do to the cluster, or with `--base` to a lab that is as Git has it. Writes nothing. */
export function plan(options: PlanOptions): Promise<ExitCode> {
  return judging('text', () => planAsAsked(options))
}

async function planAsAsked(options: PlanOptions): Promise<ExitCode> {
  if (options.base === undefined) return planHere(options)
  if (options.kubeconfig !== undefined || options.context !== undefined)
    throw new UsageError(
      '`--base` plans from Git alone: leave out `--kubeconfig` and `--context`, or leave out `--base`.',
    )
  return (await import('./plan-base.ts')).planBase(options.base, options)
}

async function planHere(options: PlanOptions): Promise<ExitCode> {
  const input = checkInput({ usersRoot: usersRootOf(options.users), types: false, cache: false, render: true })
  await using _ = input.workers
  const checked = await checkLab(input)
  const { lab } = checked.house
  const desired = await desiredHere(checked)
  const now = clock()
  const planned = await atCluster(options, lab.namespace, (connection) => planLive(connection, desired, lab, now))
  process.stdout.write(planReport(planned, options.format, { ...page(), lab, now, title: `Plan for ${lab.namespace}` }))
  return pendingCode(planned)
}
