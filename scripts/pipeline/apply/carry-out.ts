import { applyLab, perform, type Applied } from '../../apply/index.ts'
import { gone, readWorld, type Connection } from '../../cluster/index.ts'
import type { Desired } from '../../model/desired.ts'
import type { Lab } from '../../model/lab.ts'
import type { Time } from '../../model/memory.ts'
import type { Verdicts } from '../../model/verdict.ts'
import type { World } from '../../model/world.ts'
import { plan, type PlanOptions } from '../../plan/index.ts'
import { isDue, planOfSound } from './sound.ts'
import type { IsSound } from './soundness.ts'

export interface CarryOut {
  readonly desired: Desired
  /** Asked before anything is done for anybody. Absent where everybody was judged. */
  readonly judge?: () => Promise<IsSound>
  readonly lab: Lab
  /** An apply is one moment. */
  readonly now: Time
  readonly options: PlanOptions
  /** The lab is planned, this member alone carried out. */
  readonly only?: string
  readonly dryRun?: true
}

/**
 * Reads, plans and does, against a cluster; what is asked for may be on its way while the world is read. Rejects where nothing could be
 * read; every other failure is an outcome.
 */
export async function carryOut(connection: Connection, given: CarryOut | Promise<CarryOut>): Promise<Applied> {
  const [world, asked] = await Promise.all([readWorld(connection), given])
  const { desired, judge, lab, now, options, ...how } = asked
  const planOf = (wish: Desired, seen: World, verdicts: Verdicts) =>
    plan(wish, seen, lab, now, { ...options, verdicts })
  const isSound =
    judge === undefined ? everybody : isDue(desired, (wish) => planOf(wish, world, new Map())) ? await judge() : nobody
  const ahead = [world]
  const work = applyLab({
    lab: lab.namespace,
    commit: desired.commit,
    now,
    ...how,
    plan: (seen, verdicts) => planOfSound(desired, isSound, (sound) => planOf(sound, seen, verdicts)),
  })
  return perform(work, {
    read: () => Promise.resolve(ahead.pop() ?? readWorld(connection)),
    send: connection.send,
    gone: ({ key, uid }) => gone(connection, key, uid),
  })
}

const everybody: IsSound = () => true

/** With nothing due nobody is judged: then nothing is done for anybody, whatever a later look should show. */
const nobody: IsSound = () => false

export { exitOf, type Applied } from '../../apply/index.ts'
