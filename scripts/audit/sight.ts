import type { Desired, Wanted } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { MemoryRecord, Time, Uid } from '../model/memory.ts'
import { kindIn, type Key } from '../model/object-key.ts'
import { unfinishedPods } from '../model/unfinished-pods.ts'
import type { LiveObject, World } from '../model/world.ts'

export interface AuditInput {
  readonly world: World
  /** What main asks for; without it nothing is said of names that are wanted, or of disks that nobody uses. */
  readonly desired?: Desired
  readonly lab: Lab
  readonly now: Time
  /** For how many days back the ends of runs are told. */
  readonly days: number
}

/** One name that a member's memory holds, with what is there under it. */
export interface Kept<R extends MemoryRecord = MemoryRecord> {
  readonly member: string
  readonly key: Key
  readonly record: R
  readonly live?: LiveObject
  readonly wanted?: Wanted
}

/** What was read, found at once by what asks for it. */
export interface Sight extends AuditInput {
  /** Of all memories that could be read; nothing of a kind whose list failed. */
  readonly kept: readonly Kept[]
  readonly live: ReadonlyMap<Key, LiveObject>
  /** UIDs that some memory holds. */
  readonly known: ReadonlySet<Uid>
  /** Unfinished pods by what made them. */
  readonly pods: ReadonlyMap<Key, readonly LiveObject[]>
}

export function sightOf(input: AuditInput): Sight {
  const { world, desired } = input
  const live = new Map(world.objects.map((object) => [object.key, object]))
  const wanted = new Map((desired?.wanted ?? []).map((one) => [idOf(one.owner, one.key), one]))
  const records = recordsIn(world)
  const kept = records
    .filter(({ key }) => !world.unread.includes(kindIn(key)))
    .map(({ member, key, record }) => withSight({ member, key, record }, live.get(key), wanted.get(idOf(member, key))))
  return {
    ...input,
    kept,
    live,
    known: new Set(records.flatMap(({ record }) => uidsIn(record))),
    pods: unfinishedPods(world.objects),
  }
}

function withSight(kept: Kept, live: LiveObject | undefined, wanted: Wanted | undefined): Kept {
  return { ...kept, ...(live && { live }), ...(wanted && { wanted }) }
}

function recordsIn({ inventories }: World): readonly Kept[] {
  return [...inventories.values()].flatMap((reading) => {
    if (reading.state !== 'read') return []
    const { member, records } = reading.value
    return Object.entries(records).map(([key, record]) => ({ member, key: key as Key, record }))
  })
}

function uidsIn(record: MemoryRecord): readonly Uid[] {
  const previous = 'previous' in record ? record.previous : undefined
  return [record.uid, previous].filter((uid) => uid !== undefined)
}

function idOf(member: string, key: Key): string {
  return `${member} ${key}`
}
