import type { PlanFormat } from '../model/report.ts'
import type { RebuildRefusal } from '../model/rebuild.ts'
import { rebuildMemory } from '../pipeline/apply/rebuild-memory.ts'
import { rebuildRefusal, rebuildReport } from '../report/index.ts'
import { atCluster, type ClusterOptions } from './at-cluster.ts'
import { clock } from './clock.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { insistOnRights } from './insist-on-rights.ts'
import { judging } from './judging.ts'
import { OutOfReach } from './out-of-reach.ts'
import { page } from './page.ts'
import { reviewed, type ReviewedOptions } from './reviewed.ts'
import { UsageError } from './usage-error.ts'

export interface RebuildOptions extends ClusterOptions, ReviewedOptions {
  /** A login. */
  readonly rebuild: string
  /** Without it nothing is written, and what would be is printed. */
  readonly yes?: true
  readonly format: PlanFormat
}

/** Somebody asked for what need not be; all else is the cluster's, or ours. */
const wrong: ReadonlySet<RebuildRefusal> = new Set(['whole', 'nothing-there', 'older-commit', 'broken-files'])

/** `lab apply --rebuild LOGIN`: a member's memory made anew. */
export function rebuild(options: RebuildOptions): Promise<ExitCode> {
  return judging('text', () => rebuildReviewed(options))
}

async function rebuildReviewed(options: RebuildOptions): Promise<ExitCode> {
  const { rebuild: member, yes = false, format } = options
  const { desired, lab } = await reviewed(options)
  const outcome = await atCluster(options, lab.namespace, async (connection, greeting) => {
    await insistOnRights(connection, greeting, 'lab-apply')
    return await rebuildMemory(connection, { member, desired, lab, now: clock(), write: yes })
  })
  if (outcome.is === 'refused') {
    const words = [rebuildRefusal(outcome.why), outcome.message].filter((part) => part !== undefined).join('\n')
    throw wrong.has(outcome.why) ? new UsageError(words) : new OutOfReach(words)
  }
  const written = outcome.is === 'written'
  const title = `The memory of ${member}, made anew`
  process.stdout.write(rebuildReport(outcome.inventory, format, { ...page(), title, written }))
  return written ? exitCode.done : exitCode.pending
}
