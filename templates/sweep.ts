import type { JobSpec } from 'kubernetes-types/batch/v1.js'
import { ask } from './ask.ts'
import { batchJob, type TrainingJob } from './job.ts'
import { made } from './made.ts'
import type { SweepOptions } from './options.ts'
import { commandOf, shellWord, verbatim } from './shell.ts'

/** An Indexed Job: one run for each combination. */
export interface Sweep extends TrainingJob {
  spec: JobSpec & { activeDeadlineSeconds: number; completions: number; parallelism: number }
}

type Axes = readonly (readonly [string, readonly string[]])[]
type Combination = readonly (readonly [string, string])[]

/** One run for each combination of the variables in `over`, `parallel` at a time. */
export function sweep(name: string, options: SweepOptions): Sweep {
  const request = ask('sweep', name, options)
  const { over = [], parallel = 1, retries = 0, command = 'true' } = request.asked
  const runs = combinations(over)
  const fields = {
    completionMode: 'Indexed',
    completions: runs.length,
    parallelism: Math.min(parallel, runs.length),
    backoffLimitPerIndex: retries,
  }
  return made('sweep', batchJob(request, indexed(runs, command), fields), request.faults)
}

/** The last variable changes fastest. */
function combinations(axes: Axes): readonly Combination[] {
  return axes.reduce<readonly Combination[]>(
    (runs, [variable, values]) => runs.flatMap((run) => values.map((value) => [...run, [variable, value] as const])),
    [[]],
  )
}

/** The command behind a `case` that gives each run its variables; a list is handed on word by word. */
function indexed(runs: readonly Combination[], command: string | readonly string[]): readonly string[] {
  const arms = runs.map((run, index) => `${index}) ${exports(run)} ;;`)
  const choice = `case $JOB_COMPLETION_INDEX in\n${arms.join('\n')}\nesac\n`
  if (typeof command === 'string') return commandOf(choice + command)
  return ['bash', '-ec', `${verbatim(choice)}exec "$@"`, 'bash', ...command]
}

function exports(run: Combination): string {
  return run.length === 0
    ? ':'
    : `export ${run.map(([variable, value]) => `${variable}=${shellWord(value)}`).join(' ')}`
}
