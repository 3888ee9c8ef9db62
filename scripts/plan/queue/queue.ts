import type { Setting } from '../case.ts'
import { exceeds } from './demand.ts'
import { held, ticketOf, waitingSince } from './held.ts'
import type { InUse } from './in-use.ts'
import { obstacleTo, type Line } from './obstacle-to.ts'
import { byText, byTicket } from '../order.ts'
import { roomOf, type Limits, type Room } from './room.ts'
import { after } from '../time.ts'
import type { Admission } from '../../model/memory.ts'
import type { Plan, Step } from '../../model/plan.ts'

export interface QueueInput extends Setting {
  readonly use: InUse
  /** Entries of the ledger that count. */
  readonly admitted: readonly Admission[]
  readonly limits: Limits
}

export interface Queued {
  readonly steps: readonly Step[]
  readonly admissions: readonly Admission[]
  readonly line: Plan['line']
}

/**
 * First come; small ones may pass, not for ever (`apply.md` 5). By ticket: who fits is launched, who does not is held, later ones may
 * still go, until somebody was kept waiting by the lab's total for longer than the lab's patience: then nobody younger starts.
 */
export function queued(steps: readonly Step[], input: QueueInput): Queued {
  const candidates = steps.filter((step) => asksForGpus(step, input)).sort(inOrder)
  let line: Line = { room: roomOf(input.use, steps, input.limits), ahead: 0 }
  const answers = candidates.map((step) => {
    const [answer, next] = answered(step, line, input)
    line = next
    return answer
  })
  const answerTo = new Map(answers.map((step) => [idOf(step), step]))
  return {
    steps: steps.map((step) => answerTo.get(idOf(step)) ?? step),
    admissions: answers.flatMap(admissionOf),
    line: answers.flatMap(placeOf),
  }
}

/** A launch that is accepted, or admitted and not made yet, has its place. */
function asksForGpus(step: Step, { use, admitted }: QueueInput): boolean {
  const { operation, wanted, before, key } = step
  if (wanted === undefined || wanted.demand.gpus === 0) return false
  if (operation === 'create') return true
  if (operation === 'update') return exceeds(wanted.demand, use.get(key)?.demand ?? wanted.demand)
  if (operation === 'launch' && before?.phase === 'accepted' && before.uid === step.uid) return false
  const seat = admitted.find((entry) => entry.key === key && entry.member === step.member && entry.run === wanted.run)
  return (
    (operation === 'launch' || operation === 'replace') && (seat === undefined || exceeds(wanted.demand, seat.demand))
  )
}

function inOrder(left: Step, right: Step): number {
  const [one, other] = [ticketOf(left), ticketOf(right)]
  return (one && other ? byTicket(one, other) : 0) || byText(idOf(left), idOf(right))
}

function answered(step: Step, line: Line, input: QueueInput): readonly [Step, Line] {
  const obstacle = obstacleTo(step, line, input.use)
  if (obstacle === undefined) return [afterStops(step, line.room), { ...line, room: line.room.with(step) }]
  const { by, args } = obstacle
  if (by === 'never-fits') return [neverFits(step, args), line]
  if (by === 'member-total') return [held(step, { hold: by, args, commit: input.commit }), line]
  const since = waitingSince(step) ?? input.clock
  const answer = held(step, { hold: by, args, commit: input.commit, since })
  const closes = by === 'lab-total' && isOutOfPatience(step, input)
  return [answer, { ...line, ahead: line.ahead + 1, last: answer, ...(closes && { closedBy: answer }) }]
}

/** A launch that counts on what its own member stops begins when that is gone. */
function afterStops(step: Step, room: Room): Step {
  const { keys } = room.freedBy(step)
  const isRoomy = keys.length === 0 || room.fits(step, 0)
  return isRoomy ? step : { ...step, waits: [...new Set([...(step.waits ?? []), ...keys])] }
}

function neverFits(step: Step, args: Step['args']): Step {
  const { uid: _, patch: __, after: ___, endsSince: ____, waits: _____, ...rest } = step
  return { ...rest, operation: 'refuse', refusal: 'never-fits', args, ...(step.before && { after: step.before }) }
}

function isOutOfPatience(step: Step, { clock, clockIsOff, lab }: QueueInput): boolean {
  const since = waitingSince(step)
  return !clockIsOff && since !== undefined && after(since, lab.queue.patienceHours) <= clock
}

/** Growth in place and Deployments have no number, and so no entry. */
function admissionOf({ operation, key, member, wanted, after: record }: Step): readonly Admission[] {
  const isLaunch = operation === 'launch' || operation === 'replace'
  if (!isLaunch || wanted === undefined || record === undefined || !('run' in record)) return []
  return [{ key, member, run: wanted.run, demand: wanted.demand }]
}

function placeOf(step: Step): Plan['line'] {
  const ticket = ticketOf(step)
  if (step.operation !== 'hold' || ticket === undefined) return []
  const since = step.after !== undefined && 'run' in step.after ? step.after.heldSince : undefined
  return [{ key: step.key, ticket, ...(since !== undefined && { since }) }]
}

function idOf({ member, key }: Step): string {
  return `${member} ${key}`
}
