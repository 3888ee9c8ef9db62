import type { Answer } from '../model/ask.ts'
import type { JsonObject } from '../model/json.ts'
import type { MemoryRecord, RunRecord, Time } from '../model/memory.ts'
import { natureOf } from '../model/object-key.ts'
import { endingOf, type Ending, type Left, type Outcome } from '../model/outcome.ts'
import type { Hold, Refusal, Step } from '../model/plan.ts'
import type { LiveObject } from '../model/world.ts'
import { intentOf } from './intent.ts'

/** A step on its way: what is to be remembered of it now, what is in the cluster now, and, once it is over, how. */
export interface Task {
  readonly step: Step
  readonly live?: LiveObject
  readonly record: MemoryRecord | undefined
  readonly left: Left
  readonly over?: Over
}

export interface Over {
  readonly ending: Ending
  readonly hold?: Hold
  readonly refusal?: Refusal
  readonly message?: string
  readonly args?: JsonObject
  readonly fault?: 'request' | 'ours'
  /** The world moved, or gave no answer: read it again and decide anew. */
  readonly again?: true
}

const effectless = new Set<Step['operation']>([
  'keep',
  'hold',
  'record',
  'release',
  'adopt',
  'forget',
  'refuse',
  'retire',
])

/** Steps that only remember are over once W1 is written; what they drop, W3 drops. */
export function taskOf(step: Step, live: LiveObject | undefined, now: Time): Task {
  const left = leftBefore(step, live)
  const task = { step, ...(live && { live }), left }
  if (!isEffectless(step)) return { ...task, record: intentOf(step, now) }
  return { ...task, record: step.after, over: toldOnly(step) }
}

/** What is only remembered here may yet be for others to do: that is told as it is. */
function toldOnly(step: Step): Over {
  if (isForStorage(step)) return { ending: 'held', hold: 'storage' }
  return step.operation === 'retire' ? { ending: 'held', hold: 'terminating' } : { ending: endingOf[step.operation] }
}

function isEffectless(step: Step): boolean {
  return effectless.has(step.operation) || isForStorage(step)
}

/** Growing and retiring a claim is the storage identity's; this one only remembers. */
export function isForStorage({ operation, key, note }: Step): boolean {
  return natureOf(key) === 'claim' && (operation === 'update' || (operation === 'retire' && note !== 'going'))
}

function leftBefore({ operation, key }: Step, live: LiveObject | undefined): Left {
  if (live === undefined) return 'nothing'
  if (live.deleting) return 'going'
  return operation === 'release' && natureOf(key) === 'claim' ? 'kept-disk' : 'as-it-was'
}

export function ended(task: Task, over: Over): Task {
  return { ...task, over }
}

/** The same for every answer but `done`: `apply.md` 6, as far as it is about one object. */
export function unanswered(task: Task, answer: Exclude<Answer, { said: 'done' }>): Task {
  const { said } = answer
  if (said === 'exists' || said === 'moved' || said === 'gone')
    return { ...task, left: 'unknown', over: { ending: 'interrupted', again: true } }
  if (said === 'not-sent') return ended(task, { ending: 'skipped' })
  const { message } = answer
  if (said === 'unknown')
    return { ...task, left: 'unknown', over: { ending: 'interrupted', again: true, ...ours(message) } }
  if (said === 'not-allowed') return ended(task, { ending: 'failed', ...ours(message) })
  if (said === 'quota') return ended(task, { ending: 'held', hold: 'cluster-quota', message })
  const { fields } = answer
  if (said === 'rejected')
    return ended(task, { ending: 'failed', refusal: 'rejected', message, args: { fields }, fault: 'request' })
  return ended(task, { ending: 'refused', refusal: 'conflict', message, args: { manager: answer.manager, fields } })
}

function ours(message: string): Pick<Over, 'message' | 'fault'> {
  return { message, fault: 'ours' }
}

/** A run whose making was refused waits in its old place. */
export function backInLine(task: Task): Task {
  const { record, step } = task
  if (record === undefined || !('run' in record)) return task
  const { previous: _gone, ...rest } = record
  const ticket = record.ticket ?? step.wanted?.ticket
  const held: RunRecord = { ...rest, phase: 'held', ...(ticket && { ticket }) }
  return { ...task, record: held }
}

export function outcomeOf({ step, left, over }: Task): Outcome {
  const { again: _again, args, ...how } = over ?? { ending: 'skipped' as const }
  const { hold, refusal } = step
  return {
    key: step.key,
    member: step.member,
    step,
    left,
    ...(hold && { hold }),
    ...(refusal && { refusal }),
    ...how,
    args: { ...step.args, ...args },
  }
}
