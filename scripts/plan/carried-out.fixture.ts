import { clock, live } from './plan.fixture.ts'
import type { Wanted } from '../model/desired.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import type { Inventory, MemoryRecord } from '../model/memory.ts'
import { observedDigest } from '../model/owned.ts'
import { natureOf, type Key } from '../model/object-key.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { LiveObject, World } from '../model/world.ts'

/** The world after a plan in which everything went well, but what only the storage identity does. */
export function carriedOut(world: World, { steps, ledger }: Plan, round: number): World {
  const objects = new Map(world.objects.map((object) => [object.key, object]))
  const inventories = new Map(world.inventories)
  for (const step of steps) {
    const object = doneTo(step, objects.get(step.key), round)
    if (object === undefined) objects.delete(step.key)
    else objects.set(step.key, object)
    remember(inventories, step, object)
  }
  const read = ledger && ({ state: 'read', version: '1', value: ledger } as const)
  return { ...world, inventories, objects: [...objects.values()], ...(read && { ledger: read }) }
}

/** Whether the CI identity sends anything for a step, or writes anything down. */
export function writes({ operation, note, key, before, after }: Step): boolean {
  if (JSON.stringify(before) !== JSON.stringify(after)) return true
  const isStorage = natureOf(key) === 'claim' && (operation === 'update' || operation === 'retire')
  return !['keep', 'hold', 'refuse'].includes(operation) && note !== 'going' && !isStorage
}

function doneTo(step: Step, object: LiveObject | undefined, round: number): LiveObject | undefined {
  const { operation, note, wanted } = step
  if (note === 'going') return object
  if (operation === 'stop' || operation === 'delete') return undefined
  return wanted === undefined ? object : madeOf(step, wanted, object, round)
}

function madeOf(step: Step, wanted: Wanted, object: LiveObject | undefined, round: number): LiveObject | undefined {
  const { operation, member, uid, key, patch } = step
  const spec = key.startsWith('Pod/') ? { nodeName: 'n' } : {}
  const made = live(wanted.manifest, { owner: member, uid: `${operation}-${round}-${member}-${key}`, spec })
  const isUsed = operation === 'launch' && uid !== undefined && object !== undefined
  if (isUsed) return opened(object)
  if (['create', 'replace', 'launch'].includes(operation)) return made
  if (operation !== 'update' || natureOf(key) === 'claim') return object
  return natureOf(key) === 'run' ? object && patched(object, patch ?? {}) : { ...made, uid: uid ?? made.uid }
}

function opened(object: LiveObject): LiveObject {
  const spec = isObject(object.manifest['spec']) ? object.manifest['spec'] : {}
  const { suspend: _, schedulingGates: __, ...rest } = spec
  return {
    ...object,
    manifest: { ...object.manifest, spec: { ...rest, ...(object.key.startsWith('Pod/') && { nodeName: 'n' }) } },
  }
}

function patched(object: LiveObject, patch: JsonObject): LiveObject {
  const spec = {
    ...(isObject(object.manifest['spec']) && object.manifest['spec']),
    ...(isObject(patch['spec']) && patch['spec']),
  }
  return {
    ...object,
    manifest: {
      ...object.manifest,
      spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== null)),
    },
  }
}

function remember(
  inventories: Map<string, World['inventories'] extends ReadonlyMap<string, infer R> ? R : never>,
  { key, member, after }: Step,
  object: LiveObject | undefined,
): void {
  const reading = inventories.get(member)
  const records: Readonly<Record<Key, MemoryRecord>> = reading?.state === 'read' ? reading.value.records : {}
  if (after === undefined && records[key] === undefined) return
  const { [key]: _, ...others } = records
  const value: Inventory = {
    version: 1,
    lab: 'lab',
    member,
    records: { ...others, ...(after && { [key]: filled(key, after, object) }) },
  }
  inventories.set(member, { state: 'read', version: '1', value })
}

/** What only the server can tell. */
function filled(key: Key, after: MemoryRecord, object: LiveObject | undefined): MemoryRecord {
  if (object === undefined || ['held', 'ended', 'intended'].includes(after.phase)) return after
  if ('run' in after) return { ...after, uid: after.uid ?? object.uid, openedAt: after.openedAt ?? clock }
  const own = natureOf(key) === 'standing' ? { observed: observedDigest(object.manifest) } : {}
  return { ...after, uid: after.uid ?? object.uid, ...own }
}
