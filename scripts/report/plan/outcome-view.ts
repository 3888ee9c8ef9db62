import type { Lock } from '../../model/plan.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Watched } from '../../model/watched.ts'
import type { Sentence } from '../sentences/sentence.ts'
import { lockSentence } from './lock-sentences.ts'
import { outcomeSentence } from './outcome-sentence.ts'
import { progressSentence } from './outcome-watched.ts'
import { thingOf } from './thing.ts'
import type { Saying } from './view.ts'

export interface OutcomeTold {
  readonly outcome: Outcome
  readonly thing: string
  readonly told: Pick<Sentence, 'what'> & Partial<Sentence>
  /** What was seen of a run after it was launched. */
  readonly watched?: Watched
}

/** How an apply went: what failed first, then what was launched and does not start by itself, what waits, what was done. */
export interface OutcomeView {
  readonly locks: readonly { readonly lock: Lock; readonly told: Sentence }[]
  readonly failed: readonly OutcomeTold[]
  readonly stuck: readonly OutcomeTold[]
  readonly waiting: readonly OutcomeTold[]
  readonly done: readonly OutcomeTold[]
  /** How many stayed as they were. */
  readonly rest: number
  /** How many were due, and stand behind a lock on the whole lab, which is told once for all of them. */
  readonly locked: number
}

type Group = Exclude<keyof OutcomeView, 'locks' | 'locked'>

const groups: Readonly<Record<Outcome['ending'], Group>> = {
  failed: 'failed',
  refused: 'failed',
  interrupted: 'failed',
  skipped: 'failed',
  held: 'waiting',
  created: 'done',
  updated: 'done',
  launched: 'done',
  replaced: 'done',
  stopped: 'done',
  deleted: 'done',
  released: 'done',
  retired: 'done',
  adopted: 'done',
  kept: 'rest',
  recorded: 'rest',
  forgotten: 'rest',
}

/** What an apply was, as far as a report needs it. */
export interface AppliedReport {
  readonly outcomes: readonly Outcome[]
  readonly locks: readonly Lock[]
  /** What waiting saw of runs; absent where nobody waited. */
  readonly watched?: readonly Watched[]
}

export function outcomeViewOf({ outcomes, locks, watched = [] }: AppliedReport, saying: Saying): OutcomeView {
  const tried = isLabLocked(locks) ? outcomes.filter(({ ending }) => ending !== 'skipped') : outcomes
  const by = Map.groupBy(toldOutcomes(tried, watched, saying), groupOf)
  return {
    locks: locks.map((lock) => ({ lock, told: lockSentence(lock) })),
    failed: by.get('failed') ?? [],
    stuck: by.get('stuck') ?? [],
    waiting: by.get('waiting') ?? [],
    done: by.get('done') ?? [],
    rest: by.get('rest')?.length ?? 0,
    locked: outcomes.length - tried.length,
  }
}

/** Nothing of anybody's was tried. */
export function isLabLocked(locks: readonly Lock[]): boolean {
  return locks.some(({ scope }) => scope === 'lab')
}

/** Each outcome in words, with what was seen of its run. */
export function toldOutcomes(
  outcomes: readonly Outcome[],
  watched: readonly Watched[],
  saying: Saying,
): readonly OutcomeTold[] {
  const seen = new Map(watched.map((one) => [`${one.member} ${one.key}`, one]))
  return outcomes.map((outcome) => {
    const watch = seen.get(`${outcome.member} ${outcome.key}`)
    const told = outcomeSentence(outcome, saying)
    const thing = thingOf(outcome.step, saying)
    return watch === undefined
      ? { outcome, thing, told }
      : { outcome, thing, told: withProgress(told, outcome, watch), watched: watch }
  })
}

function withProgress(told: OutcomeTold['told'], { ending }: Outcome, { progress }: Watched): OutcomeTold['told'] {
  const begin = groups[ending] === 'rest' ? 'was launched before.' : told.what
  const further = progressSentence(progress)
  return { ...further, what: `${begin} ${further.what}` }
}

function groupOf({ outcome, watched }: OutcomeTold): Group {
  if (watched?.progress?.is === 'refused') return 'stuck'
  return watched?.progress?.is === 'queued' ? 'waiting' : groups[outcome.ending]
}
