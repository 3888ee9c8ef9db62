import type { Outcome } from '../../scripts/model/outcome.ts'
import { exitOf, type Applied } from '../../scripts/pipeline/apply/carry-out.ts'

/** How an apply went: a line for each object that is not as it was, the rest as a count, what stood in the way, and the exit code. */
export function appliedInWords({ outcomes, locks }: Pick<Applied, 'outcomes' | 'locks'>): readonly string[] {
  const news = outcomes.filter(({ ending, step }) => ending !== 'kept' || step.note !== undefined)
  const kept = outcomes.length - news.length
  return [
    ...news.map(inWords).sort(),
    ...(kept > 0 ? [`${kept} kept`] : []),
    ...locks.map(({ lock, scope, member }) => `locked: ${lock}, ${member ?? scope}`),
    `exit ${exitOf(outcomes, locks)}`,
  ]
}

/** `alice Pod/alice-dev held lab-total: nothing there`; who is to blame for a failure stands in brackets. */
function inWords({ member, key, ending, hold, refusal, fault, left, step, message }: Outcome): string {
  const why = [hold ?? refusal, fault && `(${fault})`, step.note && `[${step.note}]`].filter(
    (word) => word !== undefined,
  )
  const end = step.after !== undefined && 'end' in step.after && ending === 'recorded' ? [step.after.end] : []
  return `${[member, key, ending, ...end, ...why].join(' ')}: ${leftInWords[left]}${message ? ` — ${sentence(message)}` : ''}`
}

const leftInWords: Readonly<Record<Outcome['left'], string>> = {
  nothing: 'nothing there',
  'as-it-was': 'as it was',
  'as-written': 'as written',
  closed: 'closed',
  running: 'open',
  going: 'going',
  'kept-disk': 'the disk stays',
  unknown: 'nobody knows',
}

/** The server's first sentence, without what differs from run to run. */
function sentence(message: string): string {
  return message.split('\n')[0]?.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uid>') ?? ''
}
