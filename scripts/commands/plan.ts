import type { Plan } from '../model/plan.ts'
import { checkLab } from '../pipeline/check-lab.ts'
import { planLive } from '../pipeline/plan-live.ts'
import type { PlanFormat } from '../model/report.ts'
import { planReport } from '../report/index.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { checkInput, usersRootOf } from './check-input.ts'
import { clock } from './clock.ts'
import { desiredHere } from './desired-here.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { judging } from './judging.ts'
import { page } from './page.ts'

export interface PlanOptions extends ClusterOptions {
  readonly users?: string
  readonly format: PlanFormat
}

/** `lab plan`: what an apply of the working tree would do to the cluster. Writes nothing. */
export function plan(options: PlanOptions): Promise<ExitCode> {
  return judging('text', () => planHere(options))
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
  return codeOf(planned)
}

/** 3 where an apply would do something, or something waits for somebody. */
function codeOf({ steps, locks }: Plan): ExitCode {
  if (locks.some(({ scope }) => scope === 'lab')) return exitCode.failed
  const quiet = new Set(['keep', 'record', 'forget'])
  return steps.every(({ operation }) => quiet.has(operation)) ? exitCode.done : exitCode.pending
}
