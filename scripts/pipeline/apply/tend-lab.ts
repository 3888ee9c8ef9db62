import { perform, tendDisks, type Applied } from '../../apply/index.ts'
import { gone, readStorage, type Connection } from '../../cluster/index.ts'
import { plan } from '../../plan/index.ts'
import type { CarryOut } from './carry-out.ts'

/** The storage identity's run: plans for itself from what it may read, and does what of that is its own. Rejects as `carryOut` does. */
export function tendLab(connection: Connection, given: Omit<CarryOut, 'only'>): Promise<Applied> {
  const { desired, lab, now, options, ...how } = given
  const logins = new Set([...Object.keys(lab.members), ...desired.wanted.map(({ owner }) => owner)])
  const work = tendDisks({
    lab: lab.namespace,
    commit: desired.commit,
    now,
    ...how,
    plan: (world, verdicts) => plan(desired, world, lab, now, { ...options, verdicts }),
  })
  return perform(work, {
    read: () => readStorage(connection, [...logins]),
    send: connection.send,
    gone: ({ key, uid }) => gone(connection, key, uid),
  })
}
