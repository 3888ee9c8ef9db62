import { waitingSince } from './held.ts'
import type { InUse } from './in-use.ts'
import { endless, type Room } from './room.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/plan.ts'

/** The line as far as it was decided. */
export interface Line {
  readonly room: Room
  /** How many wait already. */
  readonly ahead: number
  /** The one that came last. */
  readonly last?: Step
  /** Who is passed by nobody any more. */
  readonly closedBy?: Step
}

export interface Obstacle {
  readonly by: 'never-fits' | 'in-line' | 'member-total' | 'lab-total'
  readonly args: JsonObject
}

/** What keeps a step that asks for GPUs from being done now, and the numbers. */
export function obstacleTo(step: Step, { room, ahead, last, closedBy }: Line, use: InUse): Obstacle | undefined {
  const asks = step.wanted?.demand.gpus ?? 0
  const adds = room.adds(step)
  const [lab, own] = [room.lab, room.memberOf(step)]
  if (asks > lab.limit) return { by: 'never-fits', args: { asks, limit: lab.limit } }
  if (growsNothing(step, adds)) return undefined
  if (closedBy !== undefined) return { by: 'in-line', args: { asks, adds, ahead, ...whoWaits(closedBy) } }
  const before = last && { key: last.key, member: last.member }
  const freed = room.freedBy(step).gpus
  if (own.used + adds - freed > own.limit)
    return { by: 'member-total', args: { asks, adds, inUse: own.used, limit: own.limit } }
  const full = room.fullClass(step)
  if (full !== undefined) {
    const { resource, used, limit } = full
    return {
      by: 'lab-total',
      args: { asks, adds, resource, inUse: used, limit, ahead, ...(before && { before }), endless: endless(use) },
    }
  }
  if (room.fits(step, freed)) return undefined
  return {
    by: 'lab-total',
    args: { asks, adds, inUse: lab.used, limit: lab.limit, ahead, ...(before && { before }), endless: endless(use) },
  }
}

/** What replaces or changes a run that is open, and takes no more than it holds, lifts no total. */
function growsNothing({ operation }: Step, adds: number): boolean {
  return (operation === 'replace' || operation === 'update') && adds <= 0
}

function whoWaits(step: Step): JsonObject {
  const since = waitingSince(step)
  return { behind: step.key, member: step.member, ...(since !== undefined && { since }) }
}
