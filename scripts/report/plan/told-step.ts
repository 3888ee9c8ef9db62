import type { Operation, Step } from '../../model/plan.ts'
import { holdSentence } from './hold-sentences.ts'
import { refusalSentence } from './refusal-sentences.ts'
import { isLive, stepSentence } from './step-sentence.ts'
import { thingOf } from './thing.ts'
import type { Group, Saying, StepTold } from './view.ts'

/** A step as it is told: in which group, with which sign and sentence. */
export function toldStep(step: Step, saying: Saying): StepTold {
  const group = groupOf(step)
  const { key, member, operation } = step
  const told =
    operation === 'hold'
      ? holdSentence(step, saying)
      : operation === 'refuse'
        ? refusalSentence(step, saying)
        : { what: stepSentence(step, saying) }
  return { group, sign: signs[operation], member, thing: thingOf(step, saying), told, key }
}

/** Losses first, then what needs a person, then growth; the rest is a count. */
const groups: Readonly<Record<Operation, Group>> = {
  stop: 'loss',
  replace: 'loss',
  delete: 'loss',
  release: 'loss',
  retire: 'loss',
  refuse: 'person',
  hold: 'person',
  launch: 'growth',
  create: 'growth',
  update: 'growth',
  adopt: 'growth',
  keep: 'rest',
  record: 'rest',
  forget: 'rest',
}

const signs: Readonly<Record<Operation, string>> = {
  stop: '−',
  replace: '↻',
  delete: '−',
  release: '◇',
  retire: '−',
  refuse: '✖',
  hold: '◌',
  launch: '+',
  create: '+',
  update: '~',
  adopt: '+',
  keep: '·',
  record: '·',
  forget: '·',
}

/** A run that is over loses nothing; one that goes on with an older text is worth a word. */
function groupOf(step: Step): Group {
  if (step.operation === 'stop' && !isLive(step)) return 'rest'
  if (step.operation === 'keep' && step.note === 'edited') return 'growth'
  return groups[step.operation]
}
