import { askedBy, askedByAll, type Asked } from './asked.ts'
import { mountingsOf, type Mounting } from './mountings.ts'
import type { Footprint, ObjectPrint } from '../../model/footprint.ts'
import type { Lab } from '../../model/lab.ts'

export interface Entry {
  readonly request: Footprint
  readonly object: ObjectPrint
}

/** One request, and what its objects come to. */
export interface Ask {
  readonly request: Footprint
  readonly entries: readonly Entry[]
  readonly asked: Asked
}

/** All that one member requests. */
export interface Party {
  readonly owner: string
  readonly asks: readonly Ask[]
  readonly entries: readonly Entry[]
  readonly asked: Asked
  /** Nothing of a suspended member is ever launched, and nothing of somebody who is not on the roster. */
  readonly isLaunched: boolean
}

/** All footprints in one order, whatever order they came in, and what the rules look up in them. */
export interface View {
  readonly parties: readonly Party[]
  readonly byOwner: ReadonlyMap<string, Party>
  /** By `Pod/alice-dev`: more than one where a name is taken twice. */
  readonly byId: ReadonlyMap<string, readonly Entry[]>
  readonly byKind: ReadonlyMap<string, readonly Entry[]>
  /** What makes pods. */
  readonly runs: readonly Entry[]
  readonly mountings: readonly Mounting[]
}

export function viewOf(footprints: readonly Footprint[], lab: Lab): View {
  const requests = footprints.toSorted((a, b) => order(a.owner, b.owner) || order(a.file, b.file))
  const asks = requests.map(askOf)
  const parties = [...Map.groupBy(asks, (ask) => ask.request.owner).values()].map((own) => partyOf(own, lab))
  const entries = asks.flatMap((ask) => ask.entries)
  const byKind = Map.groupBy(entries, (entry) => entry.object.kind)
  const runs = entries.filter((entry) => entry.object.work !== undefined)
  return {
    parties,
    byOwner: new Map(parties.map((party) => [party.owner, party])),
    byId: Map.groupBy(entries, (entry) => entry.object.id),
    byKind,
    runs,
    mountings: mountingsOf(runs, byKind.get('PersistentVolumeClaim') ?? [], lab),
  }
}

export function askOf(request: Footprint): Ask {
  const entries = request.objects.map((object) => ({ request, object }))
  return { request, entries, asked: askedByAll(request.objects.map(askedBy)) }
}

/** Where the object stands in what its member wrote: `users/alice/dev.ts:4`. */
export function whereIs({ request, object }: Entry): string {
  const call = object.origin.call
  return call === undefined ? request.file : `${call.file}:${call.line}`
}

/** By code units: no locale, so that every machine agrees. */
export function order(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function partyOf(asks: readonly Ask[], lab: Lab): Party {
  const owner = asks[0]?.request.owner ?? ''
  return {
    owner,
    asks,
    entries: asks.flatMap((ask) => ask.entries),
    asked: askedByAll(asks.map((ask) => ask.asked)),
    isLaunched: Object.hasOwn(lab.members, owner) && lab.members[owner]?.suspended !== true,
  }
}
