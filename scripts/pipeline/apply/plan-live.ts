import { readWorld, type Connection } from '../../cluster/index.ts'
import type { Desired } from '../../model/desired.ts'
import type { Lab } from '../../model/lab.ts'
import type { Time } from '../../model/memory.ts'
import type { Plan } from '../../model/plan.ts'
import { plan, type PlanOptions } from '../../plan/index.ts'

/** What an apply would do to the cluster as it is now. Reads, and asks nothing. */
export async function planLive(
  connection: Connection,
  desired: Desired,
  lab: Lab,
  now: Time,
  options: PlanOptions = {},
): Promise<Plan> {
  return plan(desired, await readWorld(connection), lab, now, options)
}

export type { PlanOptions }
