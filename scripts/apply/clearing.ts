import type { Answer, Ask } from '../model/ask.ts'
import { isClosed } from '../model/gate.ts'
import type { MemoryRecord } from '../model/memory.ts'
import { endingOf } from '../model/outcome.ts'
import { wait, type Work } from './effect.ts'
import type { Phase } from './phase.ts'
import { ended, unanswered, type Task } from './task.ts'

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
