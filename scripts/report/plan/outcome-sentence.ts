import { natureOf } from '../../model/object-key.ts'
import type { Left, Outcome } from '../../model/outcome.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { duration } from './amounts.ts'
import { evidenceOf } from './evidence.ts'
import { holdSentence } from './hold-sentences.ts'
import { refusalSentence } from './refusal-sentences.ts'
import type { Saying } from './view.ts'

type Told = Pick<Sentence, 'what'> & Partial<Sentence>
type Say = (outcome: Outcome, saying: Saying) => Told

const again: Told = { what: '', fix: 'Nothing to do: the next apply, within 15 minutes, goes on from here.' }

/** What became of a step, in the past tense. */
const sentences: Readonly<Record<Outcome['ending'], Say>> = {
  created: ({ key }) => ({ what: natureOf(key) === 'claim' ? 'was made, empty.' : 'was made.' }),
  updated: ({ key, args }) => ({ what: natureOf(key) === 'claim' ? grown(args) : 'was changed.' }),
  launched: ({ step }) => ({ what: `was launched${run(step)}${end(step)}.` }),
  replaced: ({ step, key }) => ({
    what:
      natureOf(key) === 'run' ? `was launched${run(step)}, in place of the one before${end(step)}.` : 'was made anew.',
  }),
  kept: () => ({ what: 'stays as it is.' }),
  held: ({ hold, args, member }, saying) => holdSentence({ ...(hold && { hold }), args, member }, saying),
  recorded: () => ({ what: 'was noted.' }),
  stopped: () => ({ what: 'was ended, and its machines are free.' }),
  deleted: () => ({ what: 'was removed.' }),
  released: () => ({ what: 'was let go: it is kept with its data, and listed as released.' }),
  retired: () => ({ what: 'was destroyed with its data, as ordered.' }),
  adopted: () => ({ what: 'was taken over as it is.' }),
  forgotten: () => ({ what: 'is gone, and was forgotten.' }),
  refused: ({ refusal, args, step }, saying) => refusalSentence({ ...step, ...(refusal && { refusal }), args }, saying),
  failed: ({ fault }) =>
    fault === 'ours'
      ? { what: 'could not be done; that is our fault, not the request’s.', fix: 'An admin looks.', who: 'an admin' }
      : { what: 'was refused by the cluster.', fix: 'Mend the request as the cluster’s own words say.' },
  skipped: () => ({ ...again, what: 'was not tried, since something before it did not succeed.' }),
  interrupted: () => ({ ...again, what: 'got no answer, so it may have happened or not.' }),
}

/** What is in the cluster now; said of everything that did not go as planned. */
const leftovers: Readonly<Record<Left, string>> = {
  nothing: 'Nothing of it is in the cluster.',
  'as-it-was': 'What was there before is there unchanged.',
  'as-written': 'It is there as written.',
  closed: 'It is there and has not started; it uses no machine.',
  running: 'It is running.',
  going: 'It is on its way out.',
  'kept-disk': 'The disk is there with its data.',
  unknown: 'What is there now is not known.',
}

export function outcomeSentence(outcome: Outcome, saying: Saying): Told {
  const told = sentences[outcome.ending](outcome, saying)
  return isAsPlanned(outcome) ? told : { ...told, what: `${told.what} ${leftovers[outcome.left]}` }
}

/** It did what the plan said. */
export function isAsPlanned({ ending }: Outcome): boolean {
  return !['failed', 'skipped', 'interrupted', 'refused', 'held'].includes(ending)
}

function grown(args: Outcome['args']): string {
  const at = evidenceOf(args)
  return `was grown from ${at.text('from')} to ${at.text('to')}, with its data.`
}

function run({ wanted }: Outcome['step']): string {
  return wanted === undefined || wanted.run === 1 ? '' : ` as run ${wanted.run}`
}

function end({ wanted }: Outcome['step']): string {
  return wanted?.seconds === undefined ? '' : `; it ends after ${duration(wanted.seconds)} at the latest`
}
