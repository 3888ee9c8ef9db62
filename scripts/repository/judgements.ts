import { textAt } from '../model/at.ts'
import type { Json } from '../model/json.ts'
import type { Answer, Judgement } from '../model/settings.ts'

export const right: Judgement = { is: 'right' }

/** A set of words against another; order says nothing. */
export function exactly(found: readonly string[], wanted: readonly string[]): Judgement {
  const isSame = new Set(found).symmetricDifference(new Set(wanted)).size === 0
  return isSame ? right : { is: 'wrong', found: found.toSorted(), wanted: wanted.toSorted() }
}

/** Judges bodies where all were told. Threat: a refusal that is read as "there is none" would be a tick by silence. */
export function told(answers: readonly Answer[], judge: (...bodies: readonly Json[]) => Judgement): Judgement {
  const silent = answers.find(({ status }) => status !== 200)
  return silent === undefined ? judge(...answers.map(bodyOf)) : untold(silent)
}

export function untold(answer: Answer): Judgement {
  return isNotInPlan(answer) ? { is: 'not-in-plan' } : { is: 'unreadable', status: answer.status }
}

export function bodyOf({ body }: Answer): Json {
  return (body ?? null) as Json
}

/** What GitHub says of rulesets and protected branches in a private repository that nobody pays for. */
function isNotInPlan(answer: Answer): boolean {
  return answer.status === 403 && (textAt(bodyOf(answer), 'message') ?? '').startsWith('Upgrade to ')
}
