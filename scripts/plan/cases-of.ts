import type { Case } from './case.ts'
import { byText, byTicket } from './order.ts'
import type { Wanted } from '../model/desired.ts'
import type { MemoryRecord } from '../model/memory.ts'
import { kindIn, kinds, type Key } from '../model/object-key.ts'
import type { LiveObject, World } from '../model/world.ts'

export interface CasesInput {
  readonly wanted: readonly Wanted[]
  readonly world: World
  readonly lab: string
  readonly pods: ReadonlyMap<Key, readonly LiveObject[]>
}

/** Every name that a member remembers, asks for, or has a mark on; in one order, whatever the order of what was read. */
export function casesOf({ wanted, world, lab, pods }: CasesInput): readonly Case[] {
  const records = [...world.inventories.values()].flatMap(recordsIn)
  const wishes = wanted.toSorted((a, b) => byTicket(a.ticket, b.ticket)).map(wishOf)
  const holders = new Map(records.flatMap(({ member, record }) => uidsIn(record).map((uid) => [uid, member])))
  const marked = world.objects.flatMap((object) => (isLoose(object, lab, holders) ? [markedName(object)] : []))
  const live = new Map(world.objects.map((object) => [object.key, object]))
  const [recordOf, wishedBy] = [firstById(records), firstById(wishes)]
  const rivalOf = rivals(records, wishes)
  return [...firstById([...records, ...wishes, ...marked])]
    .sort(([left], [right]) => byText(left, right))
    .map(([id, { member, key }]): Case => {
      const [record, wish, object] = [recordOf.get(id)?.record, wishedBy.get(id)?.wanted, live.get(key)]
      const holder = object && holders.get(object.uid)
      const rival = record === undefined && wish !== undefined ? rivalOf(member, key) : undefined
      return {
        key,
        member,
        pods: pods.get(key) ?? [],
        ...(record && { record }),
        ...(wish && { wanted: wish }),
        ...(object && { live: object }),
        ...(holder !== undefined && holder !== member && { holder }),
        ...(rival !== undefined && { rival }),
      }
    })
}

interface Name {
  readonly member: string
  readonly key: Key
}

interface Remembered extends Name {
  readonly record: MemoryRecord
}

interface Wish extends Name {
  readonly wanted: Wanted
}

function recordsIn(
  reading: World['inventories'] extends ReadonlyMap<string, infer R> ? R : never,
): readonly Remembered[] {
  if (reading.state !== 'read') return []
  const { member, records } = reading.value
  return Object.entries(records).map(([key, record]) => ({ member, key: key as Key, record }))
}

function wishOf(wanted: Wanted): Wish {
  return { member: wanted.owner, key: wanted.key, wanted }
}

function uidsIn(record: MemoryRecord): readonly string[] {
  const previous = 'previous' in record ? record.previous : undefined
  return [record.uid, previous].filter((uid) => uid !== undefined)
}

/** Our mark on an object that no memory holds. */
function isLoose({ marks, key, owned, uid }: LiveObject, lab: string, holders: ReadonlyMap<string, string>): boolean {
  return marks?.lab === lab && marks.key === key && !owned && kinds.includes(kindIn(key)) && !holders.has(uid)
}

function markedName({ marks, key }: LiveObject): Name {
  return { member: marks?.owner ?? '', key }
}

function firstById<T extends Name>(names: readonly T[]): ReadonlyMap<string, T> {
  return new Map(names.toReversed().map((name) => [`${name.member} ${name.key}`, name]))
}

/** Who else has a name on record or, where nobody has, wants it too. Who has the record keeps it (`apply.md` 3). */
function rivals(records: readonly Name[], wishes: readonly Name[]): (member: string, key: Key) => string | undefined {
  const [recorders, wishers] = [records, wishes].map((names) => Map.groupBy(names, ({ key }) => key))
  return (member, key) => {
    const others = [recorders, wishers]
      .flatMap((byKey) => byKey?.get(key) ?? [])
      .filter((name) => name.member !== member)
    return others.map((name) => name.member).sort(byText)[0]
  }
}
