import { visibleJson } from '../visible-json.ts'
import { lockSentence } from './lock-sentences.ts'
import { toldOutcomes, type AppliedReport, type OutcomeTold } from './outcome-view.ts'
import { endsBy, portsOf } from './reach.ts'
import type { Saying } from './view.ts'

/** The record of an apply, for programs: `schemas/lab/outcome.schema.json` is the contract. */
export function outcomeJson(title: string, { outcomes, locks, watched = [] }: AppliedReport, saying: Saying): string {
  return visibleJson({
    v: 1,
    title,
    at: saying.now,
    locks: locks.map((lock) => ({ ...lock, ...lockSentence(lock) })),
    outcomes: toldOutcomes(outcomes, watched, saying).map(outcomeRow),
  })
}

function outcomeRow({ outcome, thing, told: { what, fix }, watched }: OutcomeTold): object {
  const { key, member, ending, left, hold, refusal, message, fault, args, step } = outcome
  const { operation, note, uid, wanted } = step
  const { request, run } = wanted ?? {}
  const how = {
    key,
    member,
    request,
    run,
    thing,
    operation,
    ending,
    left,
    hold,
    refusal,
    note,
    message,
    fault,
    uid,
    args,
    endsBy: endsBy(step),
    ports: portsOf(step),
  }
  return { ...how, what, fix, ...(watched && { progress: watched.progress ?? { is: 'unknown' } }) }
}
