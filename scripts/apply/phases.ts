import type { Answer, Ask } from '../model/ask.ts'
import { isClosed, opening } from '../model/gate.ts'
import { isObject } from '../model/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Marking } from '../model/marks.ts'
import type { ClaimRecord, MemoryRecord, RunRecord, StandingRecord, Time, Uid } from '../model/memory.ts'
import { kindIn, natureOf, type Key } from '../model/object-key.ts'
import { endingOf } from '../model/outcome.ts'
import type { Step } from '../model/plan.ts'
import { observedDigest, ownedPart } from '../model/owned.ts'
import { send, wait, type Work } from './effect.ts'
import { manifestToMake } from './manifests.ts'
import { backInLine, ended, unanswered, type Task } from './task.ts'

/** What a phase has to know besides its tasks. */
export interface Conduct extends Marking {
  /** The plan's clock: an apply is one moment. */
  readonly now: Time
}

/** One request at most of each task, all at once. `ask` gives none for a task that the phase does not concern. */
export interface Phase {
  readonly ask: (task: Task, conduct: Conduct) => Ask | undefined
  readonly done: (task: Task, object: Manifest, conduct: Conduct) => Task
  readonly refused?: (task: Task, answer: Exclude<Answer, { said: 'done' }>) => Task
}

export function* pass(tasks: readonly Task[], phase: Phase, conduct: Conduct): Work<readonly Task[]> {
  const asks = tasks.map((task) => (task.over ? undefined : phase.ask(task, conduct)))
  const answers = (yield* send(asks.filter((ask) => ask !== undefined)))[Symbol.iterator]()
  return tasks.map((task, index) => (asks[index] ? heard(task, answers.next().value) : task))

  function heard(task: Task, answer: Answer | undefined): Task {
    if (answer === undefined) throw new Error(`no answer about ${task.step.key}`)
    return answer.said === 'done'
      ? phase.done(task, answer.object, conduct)
      : (phase.refused ?? unanswered)(task, answer)
  }
}

/** Disks and settings, which others need. */
export const provide: Phase = {
  ask: (task, conduct) => (isProvision(task.step) ? makeOrChange(task, conduct) : undefined),
  done: kept,
}

/** All else that is made or changed where it stands. */
export const make: Phase = { ask: makeOrChange, done: kept }

function makeOrChange({ step }: Task, conduct: Conduct): Ask | undefined {
  const { operation, key, wanted, uid, patch, force } = step
  if (operation === 'create') return wanted && creating(step, conduct)
  if (operation !== 'update' || uid === undefined) return undefined
  if (natureOf(key) === 'run') return patch && { do: 'patch', key, uid, patch }
  return wanted && { do: 'apply', uid, manifest: manifestToMake(wanted, conduct), ...(force && { force }) }
}

/** Objects of runs and claims are posted; what is kept as written is applied, so that later changes can take keys away. */
function creating({ key, wanted }: Step, conduct: Conduct): Ask | undefined {
  if (wanted === undefined) return undefined
  const manifest = manifestToMake(wanted, conduct)
  return natureOf(key) === 'standing' ? { do: 'apply-new', manifest } : { do: 'create', manifest }
}

/** Takes away what a step ends or replaces. What is going already is only looked at. */
export const clear: Phase = {
  ask: (task) => (task.step.operation === 'stop' || task.step.operation === 'replace' ? deleting(task) : undefined),
  done: (task) => ({ ...task, left: 'going' }),
  refused: notThere,
}

export const remove: Phase = {
  ask: (task) => (task.step.operation === 'delete' ? deleting(task) : undefined),
  done: (task) => ({ ...task, left: 'going' }),
  refused: notThere,
}

/** What was closed when it was read may have been opened since by another apply, which knows more: then it is not deleted. */
function deleting({ step: { key, uid, note }, live }: Task): Ask | undefined {
  if (uid === undefined || live?.deleting === true || note === 'going') return undefined
  const asRead = live && isClosed(live.manifest) ? { version: live.version } : {}
  return { do: 'delete', key, uid, ...asRead }
}

/** That a delete found nothing is not believed before a read has shown it: a record leaves only then. */
function notThere(task: Task, answer: Exclude<Answer, { said: 'done' }>): Task {
  return answer.said === 'gone' ? { ...task, left: 'going' } : unanswered(task, answer)
}

/** Waits until what was deleted is gone. What was going before this apply is not waited for: it may be stuck for days. */
export function* settle(tasks: readonly Task[]): Work<readonly Task[]> {
  const going = tasks.filter(isWaited)
  const departures = yield* wait(going.flatMap(({ step: { key, uid } }) => (uid === undefined ? [] : [{ key, uid }])))
  const fates = departures[Symbol.iterator]()
  return tasks.map((task) => {
    if (!isWaited(task)) return isStuck(task) ? ended(task, terminating) : task
    const departure = fates.next().value
    if (departure === 'gone') return departed(task)
    return ended(task, departure === 'unknown' ? { ending: 'interrupted', again: true, fault: 'ours' } : terminating)
  })
}

const terminating = { ending: 'held', hold: 'terminating' } as const

function isWaited({ over, left, live, step }: Task): boolean {
  return over === undefined && left === 'going' && live?.deleting !== true && step.note !== 'going'
}

function isStuck({ over, left, live, step }: Task): boolean {
  return over === undefined && (left === 'going' || live?.deleting === true || step.note === 'going')
}

/** The object with the UID was seen gone: a stop and a delete are over, a replace goes on. A stray gone, its name reads as absent. */
function departed(task: Task): Task {
  const { operation, after, note } = task.step
  if (operation === 'replace') return { ...task, left: 'nothing', record: withoutPrevious(task.record) }
  const again = note === 'stray' ? ({ again: true } as const) : {}
  return ended({ ...task, left: 'nothing', record: after }, { ending: endingOf[operation], ...again })
}

function withoutPrevious(record: MemoryRecord | undefined): MemoryRecord | undefined {
  if (record === undefined || !('run' in record)) return record
  const { previous: _gone, ...rest } = record
  return rest
}

/** Standing objects made anew. */
export const remake: Phase = {
  ask: ({ step, left }, conduct) =>
    step.operation === 'replace' && left === 'nothing' && natureOf(step.key) === 'standing'
      ? creating(step, conduct)
      : undefined,
  done: kept,
  refused: (task, answer) => ({ ...unanswered(task, answer), left: 'nothing' }),
}

/** A standing object is made again as it was when the new one was refused: kubectl leaves nothing, we do not. */
export const restore: Phase = {
  ask: ({ live }) => live && { do: 'apply-new', manifest: ownedPart(live.manifest) },
  done: (task, object) => ({ ...task, left: 'as-it-was', record: withIdentity(task.step.before, object) }),
  refused: (task) => task,
}

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

function kept(task: Task, object: Manifest): Task {
  const { operation, after } = task.step
  return ended(
    {
      ...task,
      left: natureOf(task.step.key) === 'run' ? 'running' : 'as-written',
      record: withIdentity(after, object),
    },
    { ending: endingOf[operation] },
  )
}

/** The record with what only the server could tell. */
function withIdentity(record: MemoryRecord | undefined, object: Manifest): MemoryRecord | undefined {
  if (record === undefined || 'run' in record) return record
  const uid = uidOf(object)
  if ('incarnation' in record) return { ...record, uid } satisfies ClaimRecord
  return { ...record, uid, observed: observedDigest(object) } satisfies StandingRecord
}

function liveOf(key: Key, manifest: Manifest): NonNullable<Task['live']> {
  return { key, uid: uidOf(manifest), version: '', manifest, deleting: false, owned: false }
}

function uidOf({ metadata }: Manifest): Uid {
  const uid = isObject(metadata) ? metadata['uid'] : undefined
  if (typeof uid !== 'string') throw new Error('the server answered without a UID')
  return uid
}

function isProvision({ key }: Step): boolean {
  return natureOf(key) === 'claim' || kindIn(key) === 'ConfigMap'
}
