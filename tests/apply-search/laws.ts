import type { Ask } from '../../scripts/model/ask.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { markOf } from '../../scripts/model/manifest.ts'
import type { Inventory, MemoryRecord, Uid } from '../../scripts/model/memory.ts'
import { inventoryName } from '../../scripts/model/memory-name.ts'
import { keyOf, type Key } from '../../scripts/model/object-key.ts'
import { isRun, type Server, type Thing } from './server.ts'

/** What is to hold in every state, with what a law needs to know of the scope. */
export interface Law {
  /** GPUs of the lab. */
  readonly total: number
  readonly members: readonly string[]
  /** The numbers that the newest commit asks for. */
  readonly wanted: Readonly<Record<Key, number>>
}

/** By `Pod/alice-a run 1`: the UIDs that were ever opened. It exists only for the laws. */
export type Ghost = Readonly<Record<string, readonly Uid[]>>

interface Moment {
  readonly server: Server
  readonly ghost: Ghost
}

/** After a request: what was not open before it and is open now was opened by it. */
export function ghostAfter({ server, ghost }: Moment, ask: Ask, after: Server): Ghost {
  if (ask.do !== 'patch' && ask.do !== 'create') return ghost
  const key = ask.do === 'create' ? keyOf(ask.manifest) : ask.key
  const [was, is] = [server.things[key], after.things[key]]
  if (!isRun(key) || is === undefined || isClosed(is.manifest)) return ghost
  if (was !== undefined && was.uid === is.uid && !isClosed(was.manifest)) return ghost
  const name = `${key} run ${runOf(is)}`
  const uids = new Set([...(ghost[name] ?? []), is.uid])
  return { ...ghost, [name]: [...uids] }
}

type Check = (before: Moment, after: Moment, law: Law) => boolean

const laws: Readonly<Record<string, Check>> = {
  'I2: what the newest commit wants is not ended': (before, after, { wanted }) =>
    entries(before.server).every(([key, thing]) => {
      const is = after.server.things[key]
      const isEnded = is?.uid === thing.uid && is.deleting === true && !thing.deleting
      return !isEnded || runOf(thing) !== String(wanted[key])
    }),
  'I3: a number is opened under one UID': (_, { ghost }) => Object.values(ghost).every((uids) => uids.length === 1),
  'I3: nothing runs whose UID is not recorded': (_, after, law) =>
    runsIn(after.server).every((thing) => recordedUids(after.server, law).has(thing.uid)),
  'I5: what is not recorded is not changed': (before, after, law) => {
    const known = recordedUids(before.server, law)
    return entries(before.server).every(([key, thing]) => {
      const is = after.server.things[key]
      const changed = is !== thing && is !== undefined && is.uid === thing.uid && is.finished === thing.finished
      return !changed || known.has(thing.uid) || isClosed(thing.manifest)
    })
  },
  'I7: a record leaves only when its UID is gone': (before, after, law) => {
    const known = recordedUids(after.server, law)
    return [...recordedUids(before.server, law)].every((uid) => known.has(uid) || !isThere(after.server, uid))
  },
  'I8: what runs is within the total': (_, { server }, { total }) =>
    runsIn(server).reduce((sum, thing) => sum + gpusOf(thing), 0) <= total,
  'I13: memories are not deleted': (before, after) =>
    Object.keys(before.server.memories).every((name) => after.server.memories[name] !== undefined),
}

/** The first law that a move breaks. */
export function violationOf(before: Moment, after: Moment, law: Law): string | undefined {
  return Object.entries(laws).find(([, holds]) => !holds(before, after, law))?.[0]
}

function runsIn(server: Server): readonly Thing[] {
  return entries(server).flatMap(([key, thing]) =>
    isRun(key) && !thing.finished && !isClosed(thing.manifest) && isOurs(thing) ? [thing] : [],
  )
}

function isOurs({ manifest }: Thing): boolean {
  return markOf(manifest, 'annotations', 'lab/key') !== undefined
}

function runOf({ manifest }: Thing): string {
  return markOf(manifest, 'annotations', 'lab/run') ?? '?'
}

function isThere(server: Server, uid: Uid): boolean {
  return entries(server).some(([, thing]) => thing.uid === uid)
}

function entries({ things }: Server): readonly (readonly [Key, Thing])[] {
  return Object.entries(things) as unknown as readonly (readonly [Key, Thing])[]
}

function gpusOf({ manifest }: Thing): number {
  return Number(markOf(manifest, 'annotations', 'test/gpus') ?? 0)
}

const known = new WeakMap<Server['memories'], ReadonlySet<Uid>>()

function recordedUids({ memories }: Server, { members }: Law): ReadonlySet<Uid> {
  const found = known.get(memories)
  if (found !== undefined) return found
  const uids = members.flatMap((member) => {
    const text = memories[inventoryName(member)]?.text
    return text === undefined ? [] : uidsIn(JSON.parse(text) as Inventory)
  })
  const set = new Set(uids)
  known.set(memories, set)
  return set
}

function uidsIn({ records }: Inventory): readonly Uid[] {
  return Object.values(records).flatMap((record: MemoryRecord) => [
    ...(record.uid === undefined ? [] : [record.uid]),
    ...('previous' in record && record.previous !== undefined ? [record.previous] : []),
  ])
}
