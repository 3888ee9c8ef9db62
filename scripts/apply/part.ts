import type { Plan, Step } from '../model/plan.ts'
import type { LiveObject, World } from '../model/world.ts'
import { isGranted } from './guard.ts'
import type { Lost } from './progress.ts'
import { ended, taskOf, type Task } from './task.ts'
import type { Time } from '../model/memory.ts'

/** One member's share of a plan. Frozen: nothing of theirs is written. */
export interface Part {
  readonly member: string
  readonly tasks: readonly Task[]
  readonly frozen: boolean
}

export interface Parting {
  readonly concerns: (step: Step) => boolean
  /** What the first plan said it would end or destroy. */
  readonly granted: ReadonlySet<string>
  readonly now: Time
}

export function partsOf(plan: Plan, world: World, { concerns, granted, now }: Parting): readonly Part[] {
  const locked = frozenIn(plan)
  const live = new Map(world.objects.map((object) => [object.key, object]))
  const steps = Map.groupBy(plan.steps.filter(concerns), ({ member }) => member)
  return [...steps].map(([member, theirs]) => ({
    member,
    frozen: locked === 'lab' || locked.has(member) || world.inventories.get(member)?.state === 'unreadable',
    tasks: theirs.map((step) => guarded(step, live.get(step.key), granted, now)),
  }))
}

function guarded(step: Step, live: LiveObject | undefined, granted: ReadonlySet<string>, now: Time): Task {
  const task = taskOf(step, live, now)
  return isGranted(step, live, granted) ? task : ended({ ...task, record: step.before }, { ending: 'interrupted' })
}

/** Whom the plan's locks keep from being touched. */
export function frozenIn({ locks }: Plan): 'lab' | ReadonlySet<string> {
  if (locks.some(({ scope }) => scope === 'lab')) return 'lab'
  return new Set(locks.flatMap(({ scope, member }) => (scope === 'member' && member ? [member] : [])))
}

/** What was only said stays as it was said, whatever stops the apply. */
export function stopped(tasks: readonly Task[], answer: Lost): readonly Task[] {
  const failed = answer.said === 'not-allowed' ? ({ fault: 'ours', message: answer.message } as const) : undefined
  return tasks.map((task) => {
    if (isSaid(task.step)) return task
    return ended(task, failed ? { ending: 'failed', ...failed } : { ending: 'skipped' })
  })
}

export function isSaid({ operation }: Step): boolean {
  return operation === 'keep' || operation === 'refuse' || operation === 'hold'
}
