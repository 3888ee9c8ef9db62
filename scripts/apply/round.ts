import type { Plan } from '../model/plan.ts'
import type { Verdicts } from '../model/verdict.ts'
import { lessonsOf, withLater, type Outcomes } from './outcomes.ts'
import type { Progress } from './progress.ts'
import { outcomeOf } from './task.ts'

/** How often a key, and how often a memory, is read and decided again when the world moved or gave no answer (`apply.md` 6). */
const most = { key: 3, memory: 5 } as const

type Reason = keyof typeof most

/** Where an apply stands between two readings of the world. */
export interface Round {
  readonly number: number
  readonly outcomes: Outcomes
  readonly verdicts: Verdicts
  /** As it was first made. */
  readonly plan?: Plan
  /** Members whose part is not settled. Absent: everybody. */
  readonly again?: ReadonlyMap<string, Reason>
}

export const begin: Round = { number: 1, outcomes: new Map(), verdicts: new Map() }

/** The round after this one; `undefined` when all is settled, or was tried often enough. */
export function dueAgain(round: Round): Round | undefined {
  const due = [...(round.again ?? [])].filter(([, reason]) => round.number < most[reason])
  return due.length === 0 ? undefined : { ...round, number: round.number + 1, again: new Map(due) }
}

export function heard<R extends Round>(round: R, progresses: readonly Progress[]): R {
  const outcomes = progresses.flatMap(({ tasks }) => tasks.map(outcomeOf))
  return {
    ...round,
    outcomes: withLater(round.outcomes, outcomes),
    verdicts: new Map([...round.verdicts, ...lessonsOf(outcomes)]),
    again: new Map(progresses.flatMap(unsettled)),
  }
}

function unsettled({ member, tasks, lost }: Progress): readonly (readonly [string, Reason])[] {
  if (lost?.said === 'moved' || lost?.said === 'exists') return [[member, 'memory']]
  return lost?.said === 'unknown' || tasks.some(({ over }) => over?.again) ? [[member, 'key']] : []
}
