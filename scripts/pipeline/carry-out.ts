import { applyLab, perform, type Applied } from '../apply/index.ts'
import { gone, readWorld, type Connection } from '../cluster/index.ts'
import type { Desired } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Time } from '../model/memory.ts'
import { plan, type PlanOptions } from '../plan/index.ts'

export interface CarryOut {
  readonly desired: Desired
  readonly lab: Lab
  /** An apply is one moment. */
  readonly now: Time
  readonly options: PlanOptions
  /** The lab is planned, this member alone carried out. */
  readonly only?: string
  readonly dryRun?: true
}

/** Reads, plans and does, against a cluster. Rejects where nothing could be read; every other failure is an outcome. */
export function carryOut(connection: Connection, { desired, lab, now, options, ...how }: CarryOut): Promise<Applied> {
  const work = applyLab({
    lab: lab.namespace,
    commit: desired.commit,
    now,
    ...how,
    plan: (world, verdicts) => plan(desired, world, lab, now, { ...options, verdicts }),
  })
  return perform(work, {
    read: () => readWorld(connection),
    send: connection.send,
    gone: ({ key, uid }) => gone(connection, key, uid),
  })
}

export { exitOf, type Applied } from '../apply/index.ts'
