import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Stage } from './open-stage.ts'
import { happenedIn, payloadOf } from './payload-of.ts'
import { place } from './place.ts'
import { play } from './play.ts'
import type { Granted } from './prepared.ts'
import { readLog, type JobResult } from './read-log.ts'
import { startsOn, type Happened } from './starts-on.ts'
import { workflowFrom } from './workflow.ts'

export interface WorkflowRun {
  /** `review`, for `.github/workflows/review.yml`. */
  readonly workflow: string
  readonly event: string
  /** What GitHub tells of the event; the repository is added. */
  readonly payload?: Readonly<Record<string, unknown>>
  /** What `on:` is matched with, where the payload does not say it. */
  readonly happened?: Omit<Happened, 'event'>
  /** Whose workflow file runs, on which commit: `refs/heads/main` unless it is a pull request's merge commit or a branch. */
  readonly ref?: string
  /** The change is a stranger's: tokens only read, no secrets. */
  readonly isFork?: boolean
  /** A script of bash by the name of an artifact: run in its folder before it is downloaded. */
  readonly tamper?: Readonly<Record<string, string>>
  /** More environment for every step. */
  readonly env?: Readonly<Record<string, string>>
  /** In seconds; 180 unless said otherwise. */
  readonly patience?: number
}

export interface Ran {
  /** Whether `on:` let it begin. */
  readonly started: boolean
  readonly jobs: Readonly<Record<string, JobResult>>
  /** All that the steps printed, with the names of their jobs. */
  readonly log: string
  /** Where the artifacts are. */
  readonly artifacts: string
}

const main = 'refs/heads/main'

/** Runs one workflow as GitHub would on this event: act plays the runner, the stage's double the API. */
export async function runWorkflow(stage: Stage, run: WorkflowRun): Promise<Ran> {
  const { ref = main, event, tamper = {} } = run
  const folder = await mkdtemp(join(stage.folder, 'run-'))
  const artifacts = join(folder, 'artifacts')
  const commit = stage.git(['rev-parse', `${ref}^{commit}`])
  const workflow = workflowFrom(stage.git(['show', `${commit}:.github/workflows/${run.workflow}.yml`]))
  const payload = payloadOf(stage, run, ref, commit)
  if (!startsOn(workflow, happenedIn(event, payload, run.happened)))
    return { started: false, jobs: {}, log: '', artifacts }
  for (const name of ['artifacts', 'tamper', 'home']) await mkdir(join(folder, name))
  for (const [name, script] of Object.entries(tamper)) await writeFile(join(folder, 'tamper', name), script)
  const uses = await place(stage, folder, commit, grantedTo(stage, run, ref))
  await writeFile(join(folder, 'event.json'), JSON.stringify(payload))
  const output = await play(stage, run, { folder, commit, ref, uses })
  return { started: true, artifacts, ...readLog(output, Object.keys(workflow.jobs)) }
}

/** An environment that names its branches gives to those alone; a stranger's run gets nothing. */
function grantedTo({ double, secrets }: Stage, { isFork = false }: WorkflowRun, ref: string): Granted {
  return {
    isFork,
    tokenFor: (job) => double.tokenFor({ job }),
    secretsOf: (name) => {
      const branches = double.state.environments.get(name)?.branches
      const admits = branches === undefined || branches.some((branch) => ref === `refs/heads/${branch}`)
      return admits && !isFork ? (secrets[name] ?? {}) : {}
    },
  }
}
