import type { Answer, Ask } from '../model/ask.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Marking } from '../model/marks.ts'
import type { Time } from '../model/memory.ts'
import { send, type Work } from './effect.ts'
import { unanswered, type Task } from './task.ts'

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
