import type { Stage } from './open-stage.ts'
import type { WorkflowRun } from './run-workflow.ts'
import type { Happened } from './starts-on.ts'

/** Their payload says which branch; act looks for it there. */
const ofBranch = new Set(['push', 'workflow_dispatch'])

/** What GitHub tells of an event, of which a test gives what it is about. */
export function payloadOf(
  { double }: Stage,
  { event, payload = {} }: WorkflowRun,
  ref: string,
  commit: string,
): Readonly<Record<string, unknown>> {
  const repository = {
    full_name: `${double.owner}/${double.name}`,
    name: double.name,
    default_branch: 'main',
    owner: { login: double.owner },
  }
  return { ...(ofBranch.has(event) && { ref, after: commit }), repository, ...payload }
}

interface Told {
  readonly action?: string
  readonly ref?: string
  readonly pull_request?: { readonly base?: { readonly ref?: string } }
  readonly workflow_run?: { readonly name?: string }
}

/** What `on:` is matched with. */
export function happenedIn(event: string, payload: Told, more: WorkflowRun['happened'] = {}): Happened {
  const { action, ref, pull_request: pull, workflow_run: other } = payload
  const branch = event === 'push' ? ref?.replace('refs/heads/', '') : pull?.base?.ref
  const told = { action, branch, workflow: other?.name }
  return { event, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)), ...more }
}
