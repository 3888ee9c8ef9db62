import type { GpuDemand } from '../../model/memory.ts'
import { kindIn, type Key } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'
import { minus, plus } from './demand.ts'
import type { Holding, InUse } from './in-use.ts'
import { byText } from '../order.ts'

export interface Limits {
  readonly lab: number
  readonly of: (member: string) => number
  /** Of kinds of card that the lab may hold only so many of, by resource name. */
  readonly classes: Readonly<Record<string, number>>
}

/** A kind of card of which there is no more room. */
export interface FullClass {
  readonly resource: string
  readonly used: number
  readonly limit: number
}

/** GPUs that are left while launches are admitted one after the other. */
export interface Room {
  readonly lab: { readonly used: number; readonly limit: number }
  readonly memberOf: (step: Step) => { readonly used: number; readonly limit: number }
  /** What a step adds: its own old incarnation is counted out. */
  readonly adds: (step: Step) => number
  /** What this plan stops for the same member is counted out as well, for its launches wait until it is gone; never others' stops. */
  readonly freedBy: (step: Step) => { readonly gpus: number; readonly keys: readonly Key[] }
  /** Whether it keeps within both totals, once so much has gone. */
  readonly fits: (step: Step, freed: number) => boolean
  /** The first kind of card, by name, that a step would bring above its cap. */
  readonly fullClass: (step: Step) => FullClass | undefined
  readonly with: (step: Step) => Room
}

export function roomOf(use: InUse, steps: readonly Step[], limits: Limits): Room {
  const stops = steps.filter(
    (step) => step.operation === 'stop' && step.note === undefined && gpusOf(use, step.key) > 0,
  )
  const byMember = Map.groupBy(stops, ({ member }) => member)
  const holdings = [...use.values()]
  const members = Map.groupBy(holdings, ({ member }) => member)
  return room({
    use,
    limits,
    lab: sum(holdings),
    byResource: holdings.map(({ demand }) => demand).reduce(plus, { gpus: 0, byResource: {} }).byResource,
    members: new Map([...members].map(([member, own]) => [member ?? '', sum(own)])),
    stops: byMember,
  })
}

interface State {
  readonly use: InUse
  readonly limits: Limits
  readonly lab: number
  readonly byResource: GpuDemand['byResource']
  readonly members: ReadonlyMap<string, number>
  readonly stops: ReadonlyMap<string, readonly Step[]>
}

function room(state: State): Room {
  const { use, limits, lab, byResource, members, stops } = state
  const moreOf = ({ wanted, key }: Step): GpuDemand['byResource'] =>
    minus(wanted?.demand ?? none, use.get(key)?.demand ?? none).byResource
  const adds = ({ wanted, key }: Step) => (wanted?.demand.gpus ?? 0) - gpusOf(use, key)
  return {
    lab: { used: lab, limit: limits.lab },
    memberOf: ({ member }) => ({ used: members.get(member) ?? 0, limit: limits.of(member) }),
    adds,
    freedBy: ({ member }) => {
      const keys = (stops.get(member) ?? []).map(({ key }) => key)
      return { keys, gpus: keys.reduce((gpus, key) => gpus + gpusOf(use, key), 0) }
    },
    fits: (step, freed) => {
      const more = adds(step) - freed
      return lab + more <= limits.lab && (members.get(step.member) ?? 0) + more <= limits.of(step.member)
    },
    fullClass: (step) => {
      const more = moreOf(step)
      return Object.entries(limits.classes)
        .map(([resource, limit]) => ({ resource, used: byResource[resource] ?? 0, limit }))
        .sort((left, right) => byText(left.resource, right.resource))
        .find(({ resource, used, limit }) => (more[resource] ?? 0) > 0 && used + (more[resource] ?? 0) > limit)
    },
    with: (step) => {
      const own = (members.get(step.member) ?? 0) + adds(step)
      const held = plus({ gpus: 0, byResource }, { gpus: 0, byResource: moreOf(step) }).byResource
      const taken = new Map([...members, [step.member, own]])
      return room({ ...state, lab: lab + adds(step), byResource: held, members: taken })
    },
  }
}

const none: GpuDemand = { gpus: 0, byResource: {} }

function gpusOf(use: InUse, key: Key): number {
  return use.get(key)?.demand.gpus ?? 0
}

function sum(holdings: readonly { readonly demand: GpuDemand }[]): number {
  return holdings.reduce((gpus, { demand }) => gpus + demand.gpus, 0)
}

/** What has no end of its own, and so no promise goes beyond it: Deployments, and pods that nobody requested. */
export function endless(use: InUse): readonly Key[] {
  return [...use]
    .filter(hasNoEnd)
    .map(([key]) => key)
    .sort()
}

function hasNoEnd([key, { demand, requested }]: readonly [Key, Holding]): boolean {
  return demand.gpus > 0 && (kindIn(key) === 'Deployment' || requested !== true)
}
