import { canonicalJson } from '../model/canonical-json.ts'
import type { Decision, Reason, Says, Verdict } from '../model/decision.ts'
import type { Facts } from '../model/facts.ts'
import type { Json } from '../model/json.ts'
import { judgesOf } from './accounts.ts'
import { askOf } from './ask-of.ts'
import { kindOf } from './kind-of.ts'
import { rulesOf } from './rules-of.ts'

/**
 * From facts to a verdict, and nothing else: no clock, no network, no file. Invariant: a yes needs a rule that said yes, and whatever
 * speaks against a change is stronger than whatever speaks for it.
 */
export function decide(facts: Facts): Decision {
  const kind = kindOf(facts)
  const reasons = inOrder(rulesOf[kind].flatMap((rule) => rule(facts)))
  const ask = askOf(reasons)
  const verdict = verdictOf[reasons[0]?.says ?? 'unknown']
  return { kind, verdict, reasons, ...(ask !== undefined && { ask }), admins: judgesOf(facts) }
}

/** The strongest word first: its verdict is the change's. */
const verdictOf: Readonly<Record<Says, Verdict>> = {
  refuse: 'refused',
  unknown: 'could-not-tell',
  ask: 'needs-admin',
  grant: 'granted',
  allow: 'auto',
}

const strength = Object.keys(verdictOf)

/** By strength, then by evidence, so that no order of paths or findings is seen; what two rules say is told once. */
function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  const byText = new Map(reasons.map((one) => [canonicalJson(one as unknown as Json), one]))
  const sorted = [...byText]
    .sort(([left, one], [right, other]) => rank(one) - rank(other) || (left < right ? -1 : 1))
    .map(([, one]) => one)
  const idle = idleBeside[sorted[0]?.says ?? 'allow']
  return sorted.filter(({ says }) => !idle.includes(says))
}

/** What is not worth telling: that somebody said yes to what is refused, or that it is small where something else decides. */
const idleBeside: Readonly<Record<Says, readonly Says[]>> = {
  refuse: ['grant', 'allow'],
  unknown: ['grant', 'allow'],
  ask: ['allow'],
  grant: ['allow'],
  allow: [],
}

function rank({ says }: Reason): number {
  return strength.indexOf(says)
}
