import { held } from '../queue/held.ts'
import type { Commit } from '../../model/memory.ts'
import type { Step } from '../../model/plan.ts'
import type { Verdict } from '../../model/verdict.ts'

/** A step after the server was asked whether it would do. What it refuses takes nobody's place in line. */
export function heeded(step: Step, verdict: Verdict | undefined, commit: Commit): Step {
  if (verdict === undefined || !isAsked(step)) return step
  if (verdict.says === 'refuse') return refused(step, verdict)
  if (verdict.says === 'hold') return held(step, { hold: verdict.hold, args: { message: verdict.message }, commit })
  return verdict.says === 'replace' && step.operation === 'update' ? { ...step, operation: 'replace' } : step
}

function isAsked({ operation }: Step): boolean {
  return ['create', 'update', 'launch', 'replace'].includes(operation)
}

function refused(step: Step, { refusal, args, message }: Extract<Verdict, { says: 'refuse' }>): Step {
  const { uid: _, patch: __, after: ___, endsSince: ____, waits: _____, ...rest } = step
  const { before } = step
  return { ...rest, operation: 'refuse', refusal, args: { ...args, message }, ...(before && { after: before }) }
}
