import { isClosed, opening } from '../model/gate.ts'
import type { Manifest } from '../model/manifest.ts'
import type { RunRecord, Time } from '../model/memory.ts'
import { natureOf, type Key } from '../model/object-key.ts'
import { endingOf } from '../model/outcome.ts'
import type { Step } from '../model/plan.ts'
import { uidOf } from './identity.ts'
import { creating } from './making.ts'
import type { Phase } from './phase.ts'
import { backInLine, ended, unanswered, type Task } from './task.ts'

/** Runs are made closed. A closed object that is there already goes on. */
export const form: Phase = {
  ask: ({ step, left }, conduct) => (isFormable(step, left) ? creating(step, conduct) : undefined),
  done: (task, object) => accepted({ ...task, live: liveOf(task.step.key, object) }),
  refused: (task, answer) => {
    const refused = unanswered(task, answer)
    return answer.said === 'quota' || answer.said === 'rejected' ? backInLine(refused) : refused
  },
}

function isFormable({ key, operation, uid }: Step, left: Task['left']): boolean {
  if (natureOf(key) !== 'run') return false
  return operation === 'launch' ? uid === undefined : operation === 'replace' && left === 'nothing'
}

/** With its UID, to be remembered before it is opened. */
export function accepted(task: Task): Task {
  const { after } = task.step
  const uid = task.live?.uid
  if (after === undefined || !('run' in after) || uid === undefined)
    throw new Error(`${task.step.key} has nothing to accept`)
  const { openedAt: _later, previous: _gone, ...rest } = after
  const record: RunRecord = { ...rest, phase: 'accepted', uid }
  return { ...task, left: 'closed', record }
}

export const open: Phase = {
  ask: ({ step: { key }, live }) =>
    live && isClosed(live.manifest) ? { do: 'patch', key, uid: live.uid, patch: opening(live.manifest) } : undefined,
  done: (task, _object, { now }) => opened(task, now),
}

export function opened(task: Task, now: Time): Task {
  const { record, step } = task
  const running = record && 'run' in record ? ({ ...record, phase: 'opened', openedAt: now } as const) : record
  return ended({ ...task, left: 'running', record: running }, { ending: endingOf[step.operation] })
}

function liveOf(key: Key, manifest: Manifest): NonNullable<Task['live']> {
  return { key, uid: uidOf(manifest), version: '', manifest, deleting: false, owned: false }
}
