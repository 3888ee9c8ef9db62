import { natureOf } from '../../model/object-key.ts'
import type { Lock, Plan, Use } from '../../model/plan.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { lockSentence } from './lock-sentences.ts'
import { toldStep } from './told-step.ts'
import type { Saying, StepTold } from './view.ts'

/** A plan as it is told, whatever the format. */
export interface PlanView {
  readonly locks: readonly { readonly lock: Lock; readonly told: Sentence }[]
  readonly losses: readonly StepTold[]
  readonly persons: readonly StepTold[]
  readonly growth: readonly StepTold[]
  /** How many objects stay as they are, or are only noted; and how many of them are disks. */
  readonly rest: number
  readonly disks: number
  /** Parties whose numbers move, and the lab last. */
  readonly uses: readonly (readonly [party: string, use: Use])[]
  /** What the reader should know besides. */
  readonly note?: string
}

export function viewOf(plan: Plan, saying: Saying): PlanView {
  const told = plan.steps.map((step) => toldStep(step, saying))
  const groups = Map.groupBy(told, ({ group }) => group)
  return {
    locks: plan.locks.map((lock) => ({ lock, told: lockSentence(lock) })),
    losses: groups.get('loss') ?? [],
    persons: groups.get('person') ?? [],
    growth: groups.get('growth') ?? [],
    ...restOf(groups.get('rest') ?? []),
    uses: usesOf(plan),
  }
}

/** What is not told one by one. */
export function restOf(told: readonly StepTold[]): Pick<PlanView, 'rest' | 'disks'> {
  return { rest: told.length, disks: told.filter(({ key }) => natureOf(key) === 'claim').length }
}

export function usesOf({ members, lab }: Plan): PlanView['uses'] {
  return [...Object.entries(members).filter(([, use]) => moves(use)), ['the lab', lab]]
}

function moves({ now, after, hoursNow, hoursAfter }: Use): boolean {
  return now.gpus !== after.gpus || hoursNow !== hoursAfter
}

/** Something is due, whether it can be done now or not. */
export function isPending(view: PlanView): boolean {
  return view.losses.length + view.persons.length + view.growth.length + view.locks.length > 0
}
