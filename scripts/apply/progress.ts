import type { Answer } from '../model/ask.ts'
import type { Notes } from './notes.ts'
import { ended, unanswered, type Task } from './task.ts'

/** What became of a member's part. `lost`: their memory or the ledger could not be written, so nothing more of theirs was begun. */
export interface Progress {
  readonly member: string
  readonly tasks: readonly Task[]
  readonly lost?: Lost
}

/** A part on its way, with the memory as it was last read or written. */
export interface Underway extends Progress {
  readonly notes: Notes
}

export type Lost = Exclude<Answer, { said: 'done' }>

export function lose(underway: Underway, answer: Lost): Underway {
  return {
    ...underway,
    lost: answer,
    tasks: underway.tasks.map((task) => (task.over ? task : abandoned(task, answer))),
  }
}

/** A memory that the server will not take is no fault of the request. What is in the cluster did not change by it. */
function abandoned(task: Task, answer: Lost): Task {
  if (answer.said === 'rejected' || answer.said === 'quota' || answer.said === 'contested')
    return ended(task, { ending: 'failed', fault: 'ours', message: answer.message })
  return { ...unanswered(task, answer), left: task.left }
}
