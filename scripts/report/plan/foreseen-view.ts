import type { Foreseen, Step } from '../../model/plan.ts'
import { certainSentence, eitherSentence, type Either } from './foreseen-sentence.ts'
import { restOf, type PlanView } from './plan-view.ts'
import { toldStep } from './told-step.ts'
import type { Group, Saying, StepTold } from './view.ts'

/** What a change does, as it is told, whatever the format: losses first, then what needs a person, then growth. */
export type ForeseenView = Pick<PlanView, 'losses' | 'persons' | 'growth' | 'rest' | 'disks'>

/** Rows for a terminal, a job's summary or a pull request's comment; only the sentences know that runs may be over. */
export function foreseenViewOf(
  { certain, uncertain }: Pick<Foreseen, 'certain' | 'uncertain'>,
  saying: Saying,
): ForeseenView {
  const told = [
    ...certain.map((step) => ({ ...toldStep(step, saying), told: certainSentence(step, saying) })),
    ...uncertain.flatMap((either) => toldEither(either, saying)),
  ]
  const groups = Map.groupBy(told, ({ group }) => group)
  return {
    losses: groups.get('loss') ?? [],
    persons: groups.get('person') ?? [],
    growth: groups.get('growth') ?? [],
    ...restOf(groups.get('rest') ?? []),
  }
}

/** As grave as the graver of the two; what starts at once or in its turn begins either way. */
function toldEither(either: Either, saying: Saying): readonly StepTold[] {
  const steps = [either.ifLive, either.ifOver].filter((step) => step !== undefined)
  const [graver] = steps.toSorted((left, right) => rankOf(left, saying) - rankOf(right, saying))
  return graver === undefined ? [] : [{ ...toldStep(graver, saying), told: eitherSentence(either, saying) }]
}

const ranks: Readonly<Record<Group, number>> = { loss: 0, person: 1, growth: 2, rest: 4 }

function rankOf(step: Step, saying: Saying): number {
  return step.operation === 'hold' ? 3 : ranks[toldStep(step, saying).group]
}
