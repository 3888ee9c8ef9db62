import type { JsonObject } from '../model/json.ts'
import type { Key } from '../model/object-key.ts'
import { endingOf, type Outcome } from '../model/outcome.ts'
import type { Operation } from '../model/plan.ts'
import type { Verdict } from '../model/verdict.ts'

export type Outcomes = ReadonlyMap<string, Outcome>

/** Later rounds speak for the steps that they took up again. */
export function withLater(outcomes: Outcomes, later: readonly Outcome[]): Outcomes {
  const merged = new Map(outcomes)
  for (const outcome of later) {
    const id = `${outcome.member} ${outcome.key}`
    merged.set(id, toldTogether(merged.get(id), outcome))
  }
  return merged
}

const findings: ReadonlySet<Operation> = new Set(['keep', 'record', 'adopt', 'forget'])
const effects: ReadonlySet<Operation> = new Set(['create', 'update', 'launch', 'replace', 'stop', 'delete'])

/** What a later round only found as it should be, an earlier one did, though it did not hear so. The end of a run is news. */
function toldTogether(earlier: Outcome | undefined, later: Outcome): Outcome {
  if (earlier === undefined || !effects.has(earlier.step.operation) || !findings.has(later.step.operation)) return later
  const { after } = later.step
  if (after !== undefined && 'end' in after && later.step.operation === 'record') return later
  return { ...later, step: earlier.step, ending: endingOf[earlier.step.operation] }
}

type Lesson = readonly [Key, Verdict]

/** What a refusal teaches the plan of the next round. */
export function lessonsOf(outcomes: readonly Outcome[]): readonly Lesson[] {
  return outcomes.flatMap(({ key, ending, refusal, hold, message = '', args }): readonly Lesson[] => {
    if (hold === 'cluster-quota') return [[key, { says: 'hold', hold, message }]]
    if (ending !== 'failed' || refusal !== 'rejected') return []
    return [[key, { says: 'refuse', refusal, args: fieldsIn(args), message }]]
  })
}

function fieldsIn({ fields }: JsonObject): JsonObject {
  return fields === undefined ? {} : { fields }
}
