import { most, plus } from './demand.ts'
import { runEnd } from '../../model/run-end.ts'
import { isClosed } from '../../model/gate.ts'
import { gpuDemandOf, noGpus } from '../../model/gpu-demand-of.ts'
import { countAt } from '../../model/at.ts'
import { markOf } from '../../model/manifest.ts'
import type { Admission, GpuDemand, Inventory, Ledger, MemoryRecord, Uid } from '../../model/memory.ts'
import { kindIn, natureOf, type Key } from '../../model/object-key.ts'
import type { LiveObject, World } from '../../model/world.ts'

/** GPUs that one name holds, or is admitted to. */
export interface Holding {
  /** A login, if it is anybody's. */
  readonly member?: string
  readonly demand: GpuDemand
  /** A run that some memory knows, or that carries our mark. */
  readonly requested?: true
  /** From its start to its declared end; absent where it has none. */
  readonly seconds?: number
}

export type InUse = ReadonlyMap<Key, Holding>

/**
 * Who uses what now: each run that is accepted or opened and not over, each Deployment, each launch that was admitted and is not
 * accepted yet, and all other unfinished pods. A name holds what it declares or what its pods hold, whichever is more (`apply.md` 5).
 * What is recorded counts while its object is there and not over.
 */
export function inUse(world: World, lab: string, pods: ReadonlyMap<Key, readonly LiveObject[]>): InUse {
  const live = new Map(world.objects.map(({ uid, manifest }) => [uid, manifest]))
  const isThere = (uid: Uid | undefined) => {
    const manifest = live.get(uid ?? '')
    return manifest !== undefined && runEnd(manifest) === undefined
  }
  const claims = [
    ...inventoriesIn(world).flatMap((inventory) => recorded(inventory, isThere)),
    ...admittedOf(world).map(({ key, member, demand }): Entry => [key, { member, requested: true, demand }]),
    ...world.objects.filter((object) => declares(object, lab)).map(declared),
  ]
  const ofPods = [...pods].map(([key, own]): Entry => [key, podsHold(own)])
  const all = Map.groupBy([...claims, ...ofPods], ([key]) => key)
  return new Map([...all].map(([key, entries]) => [key, entries.map(([, holding]) => holding).reduce(larger)]))
}

type Entry = readonly [Key, Holding]

export function inventoriesIn(world: World): readonly Inventory[] {
  return [...world.inventories.values()].flatMap((reading) => (reading.state === 'read' ? [reading.value] : []))
}

function recorded({ member, records }: Inventory, isThere: (uid: Uid | undefined) => boolean): readonly Entry[] {
  return Object.entries(records).flatMap(([key, record]): readonly Entry[] =>
    isLaunched(record) && isThere(record.uid) ? [[key as Key, { member, requested: true, demand: record.demand }]] : [],
  )
}

function isLaunched(record: MemoryRecord): record is Extract<MemoryRecord, { run: number }> {
  return record.phase === 'accepted' || record.phase === 'opened'
}

/** Entries of the ledger that count: those whose run is remembered as intended. Any other memory was written after them. */
export function admittedOf(world: World): readonly Admission[] {
  const ledger: Partial<Ledger> = world.ledger.state === 'read' ? world.ledger.value : {}
  return (ledger.admitted ?? []).filter(({ key, member, run }) => {
    const reading = world.inventories.get(member)
    const record = reading?.state === 'read' ? reading.value.records[key] : undefined
    return record?.phase === 'intended' && 'run' in record && record.run === run
  })
}

/** Deployments of anybody, and open runs with our mark, also those that no memory holds: a mark can raise our count, never lower it. */
function declares({ key, owned, manifest, marks }: LiveObject, lab: string): boolean {
  if (kindIn(key) === 'Deployment') return true
  const isRun = ['Pod', 'Job'].includes(kindIn(key)) && !owned && marks?.lab === lab && marks.key === key
  return isRun && runEnd(manifest) === undefined && !isClosed(manifest)
}

function declared(object: LiveObject): Entry {
  const marked = object.marks !== undefined && ({ requested: true } as const)
  return [object.key, { ...ownerOf(object), ...marked, ...secondsOf(object), demand: gpuDemandOf(object.manifest) }]
}

function podsHold(pods: readonly LiveObject[]): Holding {
  const demand = pods.map(({ manifest }) => gpuDemandOf(manifest)).reduce(plus, noGpus)
  const [first] = pods
  return { ...(first && ownerOf(first)), ...(first && secondsOf(first)), demand }
}

function ownerOf({ marks, manifest }: LiveObject): Pick<Holding, 'member'> {
  const member = marks?.owner ?? markOf(manifest, 'labels', 'lab/owner')
  return member === undefined ? {} : { member }
}

function secondsOf({ manifest, key }: LiveObject): Pick<Holding, 'seconds'> {
  const seconds = natureOf(key) === 'run' ? countAt(manifest, 'spec', 'activeDeadlineSeconds') : undefined
  return seconds === undefined ? {} : { seconds }
}

function larger(left: Holding, right: Holding): Holding {
  return { ...right, ...left, demand: most(left.demand, right.demand) }
}
