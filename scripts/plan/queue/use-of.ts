import { plus } from './demand.ts'
import type { Holding, InUse } from './in-use.ts'
import { noGpus } from '../../model/gpu-demand-of.ts'
import type { GpuDemand } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { Step, Use } from '../../model/plan.ts'
import type { Limits } from './room.ts'

export interface Uses {
  readonly members: Readonly<Record<string, Use>>
  readonly lab: Use
}

/** What each member and the lab use before the plan and after it. What has no declared end counts no hours. */
export function usesIn(use: InUse, steps: readonly Step[], logins: readonly string[], limits: Limits): Uses {
  const next = afterwards(use, steps)
  const [now, then] = [use, next].map((all) => Map.groupBy(all.values(), ({ member }) => member))
  const of = (member: string): Use => between(now?.get(member) ?? [], then?.get(member) ?? [], limits.of(member))
  return {
    members: Object.fromEntries(logins.map((login) => [login, of(login)])),
    lab: between([...use.values()], [...next.values()], limits.lab),
  }
}

function afterwards(use: InUse, steps: readonly Step[]): InUse {
  const next = new Map<Key, Holding>(use)
  for (const { key, member, operation, wanted, note, after } of steps) {
    if ((operation === 'stop' || operation === 'delete') && note !== 'going') next.delete(key)
    if (wanted !== undefined && ['launch', 'create', 'replace', 'update'].includes(operation)) {
      const { seconds } = wanted
      const demand = after !== undefined && 'run' in after ? after.demand : wanted.demand
      next.set(key, { member, demand, ...(seconds !== undefined && { seconds }) })
    }
  }
  return next
}

function between(now: readonly Holding[], then: readonly Holding[], limit: number): Use {
  return { now: total(now), after: total(then), limit, hoursNow: hours(now), hoursAfter: hours(then) }
}

function total(holdings: readonly Holding[]): GpuDemand {
  return holdings.map(({ demand }) => demand).reduce(plus, noGpus)
}

function hours(holdings: readonly Holding[]): number {
  return holdings.reduce((sum, { demand, seconds = 0 }) => sum + demand.gpus * seconds, 0) / 3600
}
