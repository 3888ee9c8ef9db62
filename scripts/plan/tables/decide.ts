import type { Case, ClaimCase, RunCase, Setting, StandingCase } from '../case.ts'
import { decideClaim } from './claim-table.ts'
import { decideRun } from './run-table.ts'
import { decideStanding } from './standing-table.ts'
import { refuse, stranger } from './step-of.ts'
import { natureOf, type Nature } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

const tables: Readonly<Record<Nature, (the: Case, setting: Setting) => Step>> = {
  run: (the, setting) => decideRun(the as RunCase, setting),
  standing: (the, setting) => decideStanding(the as StandingCase, setting),
  claim: (the, setting) => decideClaim(the as ClaimCase, setting),
}

/** What the decision tables say about one name, before anything else has a say. A name belongs to whom it is remembered for. */
export function decide(the: Case, setting: Setting): Step {
  return the.rival === undefined ? tables[natureOf(the.key)](the, setting) : refuse(the, 'name-taken', stranger(the))
}
