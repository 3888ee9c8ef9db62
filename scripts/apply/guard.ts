import { isClosed } from '../model/gate.ts'
import type { Operation, Plan, Step } from '../model/plan.ts'
import type { LiveObject } from '../model/world.ts'

const losing: ReadonlySet<Operation> = new Set(['stop', 'replace', 'delete', 'release', 'retire'])

/** What a plan would end or destroy: one text for each incarnation. */
export function lossesOf({ steps }: Plan): ReadonlySet<string> {
  return new Set(steps.filter(({ operation }) => losing.has(operation)).map(incarnation))
}

/** A later round may end or destroy nothing that the first plan did not say, but for a closed object that never ran. */
export function isGranted(step: Step, live: LiveObject | undefined, granted: ReadonlySet<string>): boolean {
  return !losing.has(step.operation) || granted.has(incarnation(step)) || neverRan(step, live)
}

/** A run that was opened and then suspended by hand looks closed too. */
function neverRan({ before, uid }: Step, live: LiveObject | undefined): boolean {
  if (live === undefined || live.uid !== uid || !isClosed(live.manifest)) return false
  return before === undefined || before.uid !== uid || before.phase !== 'opened'
}

function incarnation({ key, uid, before }: Step): string {
  return `${key} ${uid ?? before?.uid ?? ''}`
}
