import { isClosed } from '../model/gate.ts'
import { natureOf } from '../model/object-key.ts'
import type { Work } from './effect.ts'
import { note, withTasks } from './notes.ts'
import { isSaid } from './part.ts'
import { clear, remove, settle } from './clearing.ts'
import { accepted, form, open, opened } from './launching.ts'
import { make, provide, remake, restore } from './making.ts'
import { pass, type Conduct } from './phase.ts'
import { isReady, withoutHopeless, withoutNeeds } from './ready.ts'
import { lose, type Underway } from './progress.ts'
import type { Task } from './task.ts'

/** W1: what this apply is about to make or begin is remembered, beside all that was remembered before. */
export function* intend(before: Underway): Work<Underway> {
  const { notes, tasks } = before
  const noted = yield* note(notes, withTasks(notes, tasks, 'keep'))
  if (!('failed' in noted)) return { ...before, notes: noted.notes }
  return lose({ ...before, tasks: tasks.map(unwritten) }, noted.failed)
}

/** A step that only remembers was not done if that could not be written. */
function unwritten(task: Task): Task {
  if (isSaid(task.step)) return task
  const { over: _undone, ...rest } = task
  return rest
}

/** Everything that one member's plan asks for, after W1 and the ledger; the order is that of `apply.md` 2. */
export function* carryOut(intended: Underway, conduct: Conduct): Work<Underway> {
  if (intended.lost) return intended
  const made = yield* makeAll(intended.tasks, conduct)
  const launched = yield* launch({ ...intended, tasks: yield* pass(made, clear, conduct) }, conduct)
  if (launched.lost) return launched
  const settled = yield* replaceStanding(yield* settle(launched.tasks), conduct)
  const relaunched = yield* launch({ ...launched, tasks: settled }, conduct)
  if (relaunched.lost) return relaunched
  const removable = withoutHopeless(relaunched.tasks)
  const removed = yield* settle(yield* pass(removable, remove, conduct))
  return yield* conclude({ ...relaunched, tasks: removed })
}

function* makeAll(tasks: readonly Task[], conduct: Conduct): Work<readonly Task[]> {
  const provided = yield* pass(tasks, provide, conduct)
  return yield* pass(withoutNeeds(provided), make, conduct)
}

function* replaceStanding(tasks: readonly Task[], conduct: Conduct): Work<readonly Task[]> {
  const remade = yield* pass(tasks, remake, conduct)
  const refused = remade.filter((task, index) => task !== tasks[index] && isRefused(task))
  if (refused.length === 0) return remade
  const asked = refused.map(({ over: _refusal, ...task }) => task)
  const restored = yield* pass(asked, restore, conduct)
  return remade.map((task) => {
    const at = refused.indexOf(task)
    return at < 0 ? task : { ...task, ...restored[at], ...(task.over && { over: task.over }) }
  })
}

function isRefused({ over }: Task): boolean {
  return over !== undefined && (over.ending === 'failed' || over.ending === 'held' || over.ending === 'refused')
}

/** Runs that wait for nothing any more: made closed, remembered (W2), opened. */
function* launch(before: Underway, conduct: Conduct): Work<Underway> {
  const ready = before.tasks.map((task) => isLaunch(task) && isReady(task, before.tasks))
  const formed = yield* pass(only(before.tasks, ready), form, conduct)
  const closed = formed.map((task) => (isThere(task) ? accepted(task) : task))
  const remembered = yield* remember({ ...before, tasks: merged(before.tasks, ready, closed) })
  if (remembered.lost) return remembered
  const openable = only(remembered.tasks, ready)
  const doors = yield* pass(openable, open, conduct)
  return {
    ...remembered,
    tasks: merged(
      remembered.tasks,
      ready,
      doors.map((task) => throughOpenDoor(task, conduct)),
    ),
  }
}

function isLaunch({ step, over, left }: Task): boolean {
  if (over || natureOf(step.key) !== 'run') return false
  return step.operation === 'launch' || (step.operation === 'replace' && left === 'nothing')
}

/** A closed object that an earlier apply, or another one, has made. */
function isThere({ step, over, live }: Task): boolean {
  return over === undefined && step.operation === 'launch' && live !== undefined && live.uid === step.uid
}

/** One that was found open needs no opening. */
function throughOpenDoor(task: Task, { now }: Conduct): Task {
  return task.over || task.live === undefined || isClosed(task.live.manifest) ? task : opened(task, now)
}

function only(tasks: readonly Task[], chosen: readonly boolean[]): readonly Task[] {
  return tasks.filter((_, index) => chosen[index])
}

function merged(tasks: readonly Task[], chosen: readonly boolean[], changed: readonly Task[]): readonly Task[] {
  const next = changed[Symbol.iterator]()
  return tasks.map((task, index) => (chosen[index] ? (next.next().value ?? task) : task))
}

function* remember(progress: Underway): Work<Underway> {
  if (!progress.tasks.some(({ left, over }) => left === 'closed' && !over)) return progress
  const noted = yield* note(progress.notes, withTasks(progress.notes, progress.tasks, 'keep'))
  return 'failed' in noted ? lose(progress, noted.failed) : { ...progress, notes: noted.notes }
}

/** W3: ends, and drops of what is confirmed gone. */
function* conclude(progress: Underway): Work<Underway> {
  const noted = yield* note(progress.notes, withTasks(progress.notes, progress.tasks, 'drop'))
  return 'failed' in noted ? lose(progress, noted.failed) : { ...progress, notes: noted.notes }
}
