import type { Answer, Ask } from '../../scripts/model/ask.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { isObject, type Json, type JsonObject } from '../../scripts/model/json.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import { marksOf } from '../../scripts/model/marks.ts'
import type { Ledger, Uid } from '../../scripts/model/memory.ts'
import { memberIn, ledgerName } from '../../scripts/model/memory-name.ts'
import { memoryText, readInventory, readLedger } from '../../scripts/model/memory-text.ts'
import { keyOf, kindIn, type Key } from '../../scripts/model/object-key.ts'
import { fieldManager } from '../../scripts/model/owned.ts'
import type { LiveObject, Reading, World } from '../../scripts/model/world.ts'

/** An object as the model server keeps it. Pods run as soon as they are open, for every node has room. */
export interface Thing {
  readonly uid: Uid
  readonly version: number
  readonly manifest: Manifest
  readonly finished?: true
  readonly deleting?: true
}

export interface Memory {
  readonly text: string
  readonly version: number
}

/** All of it: plain data that is never changed in place, so that a search can keep every state it saw. */
export interface Server {
  readonly things: Readonly<Record<Key, Thing>>
  readonly memories: Readonly<Record<string, Memory>>
  readonly made: number
}

/** Only a planted fault names it. */
export const anyVersion = '*'

export const emptyServer: Server = { things: {}, memories: {}, made: 0 }

const noLedger: Ledger = { version: 1, height: 0, head: '', clock: '2026-11-24T09:00:00Z', members: [], admitted: [] }

/** A lab in which nothing was applied yet but `--init`. */
export const newLab: Server = {
  ...emptyServer,
  memories: { [ledgerName]: { text: memoryText(noLedger), version: 1 } },
}

export interface Served {
  readonly server: Server
  readonly answer: Answer
}

/** Answers as the API server does (`apply.md` 4 and 6), as far as apply can see. */
export function serve(server: Server, ask: Ask): Served {
  if (ask.do === 'create' || ask.do === 'apply-new') return create(server, ask)
  if (ask.do === 'delete') return remove(server, ask)
  if (ask.do === 'remember') return remember(server, ask)
  if (ask.do === 'apply') return change(server, keyOf(ask.manifest), ask, () => applied(ask.manifest))
  if (ask.do === 'patch') return change(server, ask.key, ask, (thing) => patched(thing.manifest, ask.patch))
  const thing = server.things[ask.key]
  return { server, answer: thing ? done(thing) : { said: 'gone' } }
}

function create(server: Server, ask: Extract<Ask, { do: 'create' | 'apply-new' }>): Served {
  const key = keyOf(ask.manifest)
  if (server.things[key]) return { server, answer: { said: 'exists' } }
  const manifest = ask.do === 'apply-new' ? applied(ask.manifest) : ask.manifest
  const thing = { uid: `u${server.made + 1}`, version: 1, manifest }
  const after = { ...server, made: server.made + 1, things: { ...server.things, [key]: thing } }
  return { server: ask.dryRun ? server : after, answer: done(thing) }
}

function change(
  server: Server,
  key: Key,
  { uid, dryRun }: Extract<Ask, { do: 'apply' | 'patch' }>,
  manifestAfter: (thing: Thing) => Manifest,
): Served {
  const thing = server.things[key]
  if (thing === undefined || (uid !== thing.uid && uid !== anyVersion)) return { server, answer: { said: 'moved' } }
  const changed = { ...thing, version: thing.version + 1, manifest: manifestAfter(thing) }
  const after = { ...server, things: { ...server.things, [key]: changed } }
  return { server: dryRun ? server : after, answer: done(changed) }
}

/** Foreground: what runs is there until its pods are gone. */
function remove(server: Server, { key, uid, version }: Extract<Ask, { do: 'delete' }>): Served {
  const thing = server.things[key]
  if (thing === undefined || (uid !== thing.uid && uid !== anyVersion)) return { server, answer: { said: 'gone' } }
  if (version !== undefined && version !== String(thing.version)) return { server, answer: { said: 'moved' } }
  return { server: thing.deleting ? server : deleted(server, key), answer: done(thing) }
}

export function deleted(server: Server, key: Key): Server {
  const thing = server.things[key]
  if (thing === undefined) return server
  return lingers(key, thing) ? withThing(server, key, { ...thing, deleting: true }) : without(server, key)
}

export function lingers(key: Key, thing: Thing): boolean {
  return isRun(key) && !thing.finished && !isClosed(thing.manifest)
}

export function isRun(key: Key): boolean {
  return kindIn(key) === 'Pod' || kindIn(key) === 'Job'
}

export function withThing(server: Server, key: Key, thing: Thing): Server {
  return { ...server, things: { ...server.things, [key]: thing } }
}

export function without(server: Server, key: Key): Server {
  const { [key]: _gone, ...things } = server.things
  return { ...server, things }
}

function remember(server: Server, { name, text, version }: Extract<Ask, { do: 'remember' }>): Served {
  const memory = server.memories[name]
  if (version === undefined && memory) return { server, answer: { said: 'exists' } }
  const isStale = version !== undefined && version !== anyVersion && String(memory?.version) !== version
  if (isStale) return { server, answer: { said: 'moved' } }
  const isSame = memory?.text === text
  const written = { text, version: (memory?.version ?? 0) + (isSame ? 0 : 1) }
  const object = { metadata: { name, resourceVersion: String(written.version) } }
  return {
    server: isSame ? server : { ...server, memories: { ...server.memories, [name]: written } },
    answer: { said: 'done', object },
  }
}

function done(thing: Thing): Answer {
  return { said: 'done', object: manifestOf(thing) }
}

/** As it would be listed. */
function manifestOf({ manifest, uid, finished, deleting }: Thing): Manifest {
  const metadata = isObject(manifest['metadata']) ? manifest['metadata'] : {}
  const phase = finished ? 'Succeeded' : isClosed(manifest) ? 'Pending' : 'Running'
  const going = deleting ? { deletionTimestamp: '2026-11-24T10:00:00Z' } : {}
  return { ...manifest, metadata: { ...metadata, uid, ...going }, status: { phase } }
}

/** Every field that was applied is ours. */
function applied(manifest: Manifest): Manifest {
  const metadata = isObject(manifest['metadata']) ? manifest['metadata'] : {}
  const fieldsV1 = Object.fromEntries(
    Object.keys(manifest).flatMap((name) => (['apiVersion', 'kind'].includes(name) ? [] : [[`f:${name}`, {}]])),
  )
  const managedFields = [{ manager: fieldManager, operation: 'Apply', fieldsV1: withoutName(fieldsV1) }]
  return { ...manifest, metadata: { ...metadata, managedFields } }
}

function withoutName(fields: JsonObject): JsonObject {
  return { ...fields, 'f:metadata': { 'f:annotations': {} } }
}

function patched(value: Manifest, patch: JsonObject): Manifest {
  const changed: Record<string, Json> = { ...value }
  for (const [name, part] of Object.entries(patch)) {
    const before = changed[name]
    if (part === null) delete changed[name]
    else changed[name] = isObject(part) && isObject(before) ? patched(before, part) : part
  }
  return changed
}

export type Memories = Pick<World, 'ledger' | 'inventories'>

/** One list of ConfigMaps: what it holds was there at one moment. */
export function readMemories({ memories }: Server, lab: string): Memories {
  const inventories = Object.entries(memories).flatMap(([name, { text, version }]) => {
    const member = memberIn(name)
    if (member === undefined) return []
    return [[member, reading(readInventory(text, lab, member), version)] as const]
  })
  const ledger = memories[ledgerName]
  return {
    ledger: ledger ? reading(readLedger(ledger.text), ledger.version) : { state: 'absent' },
    inventories: new Map(inventories),
  }
}

function reading<T extends object>(value: T | string, version: number): Reading<T> {
  if (typeof value === 'string') throw new Error(`the model never damages a memory: ${value}`)
  return { state: 'read', value, version: String(version) }
}

export function listThings({ things }: Server): readonly LiveObject[] {
  return Object.entries(things).map(([key, thing]) => {
    const manifest = manifestOf(thing)
    const marks = marksOf(manifest)
    return {
      key: key as Key,
      uid: thing.uid,
      version: String(thing.version),
      manifest,
      deleting: thing.deleting === true,
      owned: false,
      ...(marks && { marks }),
    }
  })
}
