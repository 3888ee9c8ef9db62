import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Comment } from '../github/state.ts'
import { cameTo } from './came-to.ts'
import type { Stage } from './open-stage.ts'
import type { JobResult } from './read-log.ts'
import { runWorkflow, type WorkflowRun } from './run-workflow.ts'
import { type Login, people } from './story-config.ts'

type Results = Readonly<Record<string, JobResult>>

/** The workflows of a lab, each as the event starts it that is meant. A run that ends otherwise throws with all that it printed. */
export interface LabRuns {
  readonly run: (run: WorkflowRun, expected: Results) => Promise<void>
  /** `review.yml` */
  readonly review: () => Promise<void>
  /** `apply.yml`, the first one ever with `init`. */
  readonly apply: (expected?: JobResult) => Promise<void>
  /** `storage.yml` */
  readonly storage: () => Promise<void>
  /** A comment, and `command.yml`. */
  readonly say: (by: Login, under: number, text: string) => Promise<Comment>
  /** What the last workflow printed. */
  readonly log: () => string
  /** The record of the last apply, as text. */
  readonly record: () => string
}

const clock = join(import.meta.dirname, 'stand-ins', 'clock.ts')

/** `ahead`: by how many seconds every clock of a run is ahead. */
export function labRuns(stage: Stage, ahead: () => number): LabRuns {
  let log = 'nothing has run'
  let artifacts = ''
  let isNew = true
  const run: LabRuns['run'] = async (wanted, expected) => {
    const env = { NODE_OPTIONS: `--import=${clock}`, LAB_CLOCK_AHEAD: `${ahead()}` }
    const ran = await runWorkflow(stage, { ...wanted, ...(ahead() > 0 && { env }) })
    artifacts = ran.artifacts
    log = `${wanted.workflow}.yml\n${ran.log}`
    cameTo(ran, expected)
  }
  return {
    run,
    log: () => log,
    record: () => readFileSync(join(artifacts, 'outcome', 'outcome.json'), 'utf8'),
    review: () => run({ ...checked, workflow: 'review' }, { render: 'success', decide: 'success' }),
    apply: async (expected = 'success') => {
      const event = isNew ? first : pushed
      isNew = false
      await run({ ...event, workflow: 'apply' }, { render: 'success', apply: expected, report: 'success' })
    },
    storage: () => run({ event: 'workflow_dispatch', workflow: 'storage' }, { render: 'success', storage: 'success' }),
    say: async (by, under, text) => {
      const comment = stage.double.hand.comment(under, by, text)
      const render = text.startsWith('/grant') ? 'success' : 'skipped'
      await run(
        { workflow: 'command', event: 'issue_comment', payload: written(by, comment) },
        { render, obey: 'success', form: 'skipped' },
      )
      return comment
    },
  }
}

const checked = { event: 'workflow_run', payload: { action: 'completed', workflow_run: { name: 'check' } } } as const
const first = { event: 'workflow_dispatch', payload: { inputs: { init: 'true' } } } as const
const pushed = { event: 'push', happened: { branch: 'main' } } as const

function written(by: Login, { id, under, body }: Comment): Readonly<Record<string, unknown>> {
  return {
    action: 'created',
    issue: { number: under, pull_request: {} },
    comment: { id, body },
    sender: { login: by, id: people[by] },
  }
}
