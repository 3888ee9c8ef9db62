import { fault, type Fault } from '../../../model/finding.ts'
import { isObject } from '../../../model/json.ts'
import { labLaw } from '../readings/law.ts'
import type { Rule } from '../rule.ts'

/** Runs are made closed and opened once they are recorded: a second gatekeeper would start them twice, or never. Source: apply.md 4. */
export const gateIsOurs: Rule = ({ kind, manifest: { spec }, pod }) => {
  const suspended = kind === 'Job' && isObject(spec) && spec['suspend'] !== undefined
  const gated = pod !== undefined && 'schedulingGates' in pod.spec
  const faults: readonly (Fault | undefined)[] = [
    suspended ? fault('gate-ours', { field: 'suspend' }, ['spec', 'suspend'], { law: labLaw }) : undefined,
    gated
      ? fault('gate-ours', { field: 'schedulingGates' }, [...pod.path, 'spec', 'schedulingGates'], { law: labLaw })
      : undefined,
  ]
  return faults.filter((each) => each !== undefined)
}
