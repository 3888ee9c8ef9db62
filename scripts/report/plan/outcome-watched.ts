import type { Pending, PendingCodes } from '../../model/codes/pending.ts'
import type { Json } from '../../model/json.ts'
import type { EndCause, Progress } from '../../model/progress.ts'
import { clause } from '../sentences/clause.ts'
import { pendingSentences } from '../sentences/pending.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { tamed } from '../tamed.ts'
import { visible } from '../visible.ts'
import { endWords } from './end-words.ts'

type Told = Pick<Sentence, 'what'> & Partial<Sentence>
type Of<I extends Progress['is']> = Extract<Progress, { readonly is: I }>

const sentences: { readonly [I in Progress['is']]: (progress: Of<I>) => Told } = {
  absent: () => ({ what: 'It is not there any more: somebody has deleted it.', fix: 'To run it again, raise `run`.' }),
  going: () => ({ what: 'It is being deleted by somebody.', fix: 'To run it again, raise `run`.' }),
  running: ({ pods, of }) => ({ what: of === 1 ? 'It is running.' : `${pods} of its ${of} parts are running.` }),
  ended: ({ end, cause }) => ({
    what: `It is over: it ${endWords[end]}${cause === undefined ? '' : causeWords(cause)}.`,
  }),
  queued: ({ why }) => pendingSentence(why),
  refused: ({ why }) => pendingSentence(why),
}

/** How far a run has come, for its owner; where it does not run, why not and one next step. */
export function progressSentence(progress: Progress | undefined): Told {
  if (progress === undefined)
    return { what: 'How it goes on could not be looked at.', fix: 'The next apply, within 15 minutes, looks again.' }
  return (sentences[progress.is] as (progress: Progress) => Told)(progress)
}

function pendingSentence<C extends Pending['code']>({ code, args }: { code: C; args: PendingCodes[C] }): Sentence {
  const sentence = pendingSentences[code] as unknown as (args: PendingCodes[C]) => Sentence
  return sentence(tamed(args as unknown as Json) as unknown as PendingCodes[C])
}

type Cause<C extends EndCause['cause']> = Extract<EndCause, { readonly cause: C }>

const causes: { readonly [C in EndCause['cause']]: (cause: Cause<C>) => string } = {
  'exit-code': ({ exitCode }) => `, with exit code ${exitCode}`,
  'out-of-memory': () => ', for it took more memory than it asked for',
  evicted: ({ message }) => `; its machine put it out: ${clause(visible(message).replaceAll('`', 'ˋ'))}`,
  preempted: () => ', since others had the right of way',
  'machine-lost': () => ', since its machine was lost',
}

function causeWords(cause: EndCause): string {
  return (causes[cause.cause] as (cause: EndCause) => string)(cause)
}
