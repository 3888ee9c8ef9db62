import { natureOf } from '../../model/object-key.ts'
import type { Foreseen, Hold, Step } from '../../model/plan.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { evidenceOf } from './evidence.ts'
import { toldStep } from './told-step.ts'
import type { Saying } from './view.ts'

type Told = Pick<Sentence, 'what'> & Partial<Sentence>

/** What depends on whether a run is over: what happens if it still runs, and if it is over; absent: nothing. */
export type Either = Foreseen['uncertain'][number]

/** Of a step that happens whether runs are over or not. Its run may be over all the same, so none is said to go on. */
export function certainSentence(step: Step, saying: Saying): Told {
  if (!isEdited(step)) return toldStep(step, saying).told
  const run = step.before !== undefined && 'run' in step.before ? `run ${step.before.run}` : 'its run'
  return { what: `starts nothing new: ${run} stays as it was launched, and the new text counts from its next run on.` }
}

/** Of what depends on whether runs are over: its own, or those that hold what it needs. */
export function eitherSentence({ ifLive, ifOver }: Either, saying: Saying): Told {
  if (isInLine(ifLive) && ifOver !== undefined) return { what: mayWait(ifLive, ifOver, saying) }
  if (ifLive?.hold === 'needed' && ifOver !== undefined)
    return { what: `${clauseOf(ifOver, saying)}, once no run uses it any more.` }
  if (ifLive?.operation === 'replace' && ifOver?.operation === 'launch') return { what: again(ifLive, ifOver, saying) }
  const { what, ...help } = ifLive === undefined ? { what: 'stays as it is.' } : toldStep(ifLive, saying).told
  return { what: `if it still runs, it ${what} If it is over, ${overClause(ifOver, saying)}.`, ...help }
}

function again({ before }: Step, ifOver: Step, saying: Saying): string {
  const old = before !== undefined && 'run' in before ? `run ${before.run}` : 'the old run'
  return `${clauseOf(ifOver, saying)}; if ${old} still runs, it ends before.`
}

function mayWait({ args }: Step, ifOver: Step, saying: Saying): string {
  const at = evidenceOf(args)
  const use = at.has('limit')
    ? `: if all that is requested now still runs, ${at.count('inUse')} of ${at.count('limit')} GPUs are in use`
    : ''
  return `${clauseOf(ifOver, saying)}, or waits in line${use}.`
}

function overClause(ifOver: Step | undefined, saying: Saying): string {
  const isNothing = ifOver === undefined || ['keep', 'forget', 'record'].includes(ifOver.operation)
  return isNothing ? 'nothing happens' : `it ${clauseOf(ifOver, saying)}`
}

function clauseOf(step: Step, saying: Saying): string {
  return toldStep(step, saying).told.what.replace(/\.$/, '')
}

const inLine: ReadonlySet<Hold | undefined> = new Set<Hold>(['lab-total', 'member-total', 'in-line'])

function isInLine(step: Step | undefined): step is Step {
  return inLine.has(step?.hold)
}

function isEdited({ key, operation, note }: Step): boolean {
  return natureOf(key) === 'run' && operation === 'keep' && note === 'edited'
}
