import type { Lab } from '../model/lab.ts'
import type { Desired } from '../model/desired.ts'
import { natureOf, type Key } from '../model/object-key.ts'
import type { PlanFormat } from '../model/report.ts'
import type { Watched } from '../model/watched.ts'
import { carryOut, type Applied } from '../pipeline/apply/carry-out.ts'
import type { PlanOptions } from '../pipeline/apply/plan-live.ts'
import type { Connection } from '../cluster/index.ts'
import { createProgress } from '../report/progress.ts'
import { applyReport } from './apply-report.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { clock } from './clock.ts'
import type { ExitCode } from './exit-code.ts'
import { insistOnRights } from './insist-on-rights.ts'
import { judging } from './judging.ts'
import { reviewedUnjudged, type ReviewedOptions } from './reviewed.ts'
import { UsageError } from './usage-error.ts'
import { wholeNumber } from './whole-number.ts'

export interface ApplyOptions extends ClusterOptions, ReviewedOptions {
  readonly only?: string
  readonly dryRun?: true
  /** Seconds. */
  readonly wait?: string
  readonly prune?: string
  readonly init?: true
  readonly acceptHistory?: true
  readonly takeBack?: string
  /** A member whose memory is made anew; nothing else is done. */
  readonly rebuild?: string
  /** With `rebuild`: write it. */
  readonly yes?: true
  /** The file that gets the record of this apply, as JSON. */
  readonly record?: string
  readonly format: PlanFormat
}

/** What says nothing to `--rebuild`. */
const ofApply = ['only', 'dryRun', 'wait', 'prune', 'init', 'acceptHistory', 'takeBack', 'record'] as const

/** `lab apply`: carries out what was reviewed. It runs no member's code: it reads YAML that is bound to the commit by one digest. */
export async function apply(options: ApplyOptions): Promise<ExitCode> {
  const { rebuild } = options
  if (rebuild === undefined) return await judging('text', () => applyReviewed(options))
  if (ofApply.some((name) => options[name] !== undefined))
    throw new UsageError('`--rebuild` does nothing else: leave the other options out.')
  return await (await import('./rebuild.ts')).rebuild({ ...options, rebuild })
}

async function applyReviewed(options: ApplyOptions): Promise<ExitCode> {
  const seconds = options.wait === undefined ? 0 : wholeNumber('--wait', options.wait)
  const planning = planOptions(options)
  const { lab, unjudged } = await reviewedUnjudged(options)
  if (options.takeBack !== undefined) insistOnWanted(options.takeBack, (await unjudged).desired)
  const { only, dryRun, format, record } = options
  const now = clock()
  const how = { ...(only !== undefined && { only }), ...(dryRun && { dryRun }) }
  const applied = await atCluster(options, lab.namespace, async (connection, greeting) => {
    await insistOnRights(connection, greeting, 'lab-apply')
    const given = unjudged.then((asked) => ({ ...asked, lab, now, options: planning, ...how }))
    const done = await carryOut(connection, given)
    return options.wait === undefined ? done : { ...done, watched: await watch(connection, done, lab, seconds) }
  })
  const about = { format, title: titleOf(options, lab), lab, now, ...(dryRun && { dryRun }) }
  return await applyReport(applied, { ...about, ...(record !== undefined && { record }) })
}

async function watch(
  connection: Connection,
  { outcomes }: Applied,
  lab: Lab,
  seconds: number,
): Promise<readonly Watched[]> {
  const { awaitRuns } = await import('../pipeline/apply/await-runs.ts')
  const tell = createProgress(process.stderr, process.env, 'started, or known why not:')
  return await awaitRuns(connection, outcomes, lab, { seconds, now: () => performance.now(), tell })
}

/** Only what is kept as written can be contested, and only what main asks for can be taken back. */
function insistOnWanted(key: string, { wanted }: Desired): void {
  const keys = wanted.map((one) => one.key).filter((one) => natureOf(one) === 'standing')
  if (keys.some((one) => one === key)) return
  const example = keys[0] ?? 'ConfigMap/alice-settings'
  throw new UsageError(
    `\`--take-back ${key}\`: main asks for no object of that name that could be taken back. Write its kind and full name, as in \`${example}\`.`,
  )
}

function planOptions({ prune, init, acceptHistory, takeBack }: ApplyOptions): PlanOptions {
  return {
    ...(prune !== undefined && { prune: wholeNumber('--prune', prune) }),
    ...(init && { init }),
    ...(acceptHistory && { acceptHistory }),
    ...(takeBack !== undefined && { takeBack: takeBack as Key }),
  }
}

function titleOf({ commit, dryRun, only }: ApplyOptions, { namespace }: Lab): string {
  const what = dryRun ? 'Dry run' : 'Apply'
  return `${what} of ${commit.slice(0, 7)} to ${namespace}${only === undefined ? '' : `, ${only} alone`}`
}
