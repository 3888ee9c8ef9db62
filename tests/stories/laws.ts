import { at, itemsAt, textAt } from '../../scripts/model/at.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { isObject, type Json, type JsonObject } from '../../scripts/model/json.ts'
import { markOf, type Manifest } from '../../scripts/model/manifest.ts'
import { memberIn } from '../../scripts/model/memory-name.ts'
import type { Inventory } from '../../scripts/model/memory.ts'
import type { LiveObject, World } from '../../scripts/model/world.ts'
import type { Request, Response } from '../../scripts/cluster/http.ts'
import { isOpen, uidsIn } from './standing.ts'
import type { Exchanged } from './recorded.ts'

/** What somebody asked of the server and was granted: the whole of it, not only the last answer. */
export interface Ran {
  readonly log: readonly Exchanged[]
  /** As it was found afterwards. */
  readonly world: World
  /** GPUs of the lab. */
  readonly total: number
}

type Law = (ran: Ran) => readonly string[]

/** The invariants of `apply.md` 6 that a log of requests and the cluster afterwards can show. Each tells every breach. */
const laws: Readonly<Record<string, Law>> = {
  'I1 CI neither patches nor deletes a disk': ({ log }) =>
    breaches(
      log,
      ({ user, request }) => user === 'lab-apply' && isOn(request, 'persistentvolumeclaims') && !isMaking(request),
    ),
  'I2 every delete names one UID, in the foreground, without force': ({ log }) =>
    breaches(log, ({ request }) => request.method === 'DELETE' && !isConditional(request)),
  'law 1: every change names a UID or a version': ({ log }) =>
    breaches(log, ({ request }) => isChange(request) && !namesOne(request)),
  'I3 a number is opened under one UID': ({ log }) =>
    [...Map.groupBy(openings(log), ({ number }) => number)].flatMap(([number, opened]) =>
      new Set(opened.map(({ uid }) => uid)).size > 1 ? [number] : [],
    ),
  'I3 what was opened and runs is remembered by its UID': ({ log, world }) => {
    const [opened, known] = [new Set(openings(log).map(({ uid }) => uid)), uidsIn(world)]
    const open = world.objects.filter((object) => isOpen(object) && opened.has(object.uid))
    return open.filter((object) => !known.has(object.uid) && isRemembering(object, world)).map(({ key }) => key)
  },
  'I4 no pod outlives its deleted owner': ({ log, world }) => {
    const there = new Set(world.objects.map(({ uid }) => uid))
    const gone = deletedIn(log).difference(there)
    const orphans = world.objects.filter(({ manifest }) => jobsOf(manifest).some((uid) => gone.has(uid)))
    return orphans.map(({ key }) => key)
  },
  'I5 what is changed or deleted was remembered before, but for closed strays': (ran) => strangersTouched(ran),
  'I6 what is made was announced before': ({ log }) => unannounced(log),
  'I7 what is forgotten is gone': ({ log, world }) => {
    const [ever, now] = [everRemembered(log), uidsIn(world)]
    return world.objects
      .filter(({ uid, deleting }) => ever.has(uid) && !now.has(uid) && !deleting)
      .filter((object) => isRemembering(object, world))
      .map(({ key }) => key)
  },
  'I8 what runs is within the total': ({ world, total }) => {
    const gpus = world.objects.filter(isOpen).reduce((sum, { manifest }) => sum + gpusIn(manifest), 0)
    return gpus > total ? [`${gpus} of ${total} GPUs`] : []
  },
  'I13 memory is never deleted': ({ log }) =>
    breaches(log, ({ request }) => request.method === 'DELETE' && /\/configmaps\/lab\./.test(request.path)),
}

export const lawNames: readonly string[] = Object.keys(laws)

/** `I2 …: DELETE …/pods/alice-dev`, for each breach. */
export function violationsIn(ran: Ran): readonly string[] {
  return Object.entries(laws).flatMap(([name, law]) => law(ran).map((breach) => `${name}: ${breach}`))
}

/** What the server carried out. */
export function isWrite({ request, response }: Exchanged): boolean {
  return request.method !== 'GET' && request.query?.['dryRun'] === undefined && isGranted(response)
}

export function named({ method, path }: Request): string {
  return `${method} ${path.replace(/^.*\/namespaces\/[^/]+\//, '')}`
}

function breaches(log: readonly Exchanged[], breaks: (exchanged: Exchanged) => boolean): readonly string[] {
  return log.filter(breaks).map(({ request }) => named(request))
}

function isGranted({ status }: Response): boolean {
  return status >= 200 && status < 300
}

function isOn({ path }: Request, list: string): boolean {
  return path.includes(`/${list}`)
}

function isMaking({ method }: Request): boolean {
  return method === 'GET' || method === 'POST'
}

function isConditional({ path, body = {} }: Request): boolean {
  const { propagationPolicy, gracePeriodSeconds } = body
  const isOne = /\/namespaces\/[^/]+\/[^/]+\/[^/]+$/.test(path)
  return isOne && propagationPolicy === 'Foreground' && gracePeriodSeconds === undefined && uidNamed(body) !== undefined
}

function isChange({ method }: Request): boolean {
  return method === 'PATCH' || method === 'PUT'
}

function namesOne({ body = {} }: Request): boolean {
  const { uid, resourceVersion } = metadataOf(body)
  return typeof uid === 'string' || typeof resourceVersion === 'string'
}

function uidNamed(body: JsonObject): string | undefined {
  return textAt(body, 'preconditions', 'uid') ?? textAt(body, 'metadata', 'uid')
}

function metadataOf(body: JsonObject): JsonObject {
  return isObject(body['metadata']) ? body['metadata'] : {}
}

/** A memory that somebody damaged or deleted knows nothing any more, and it is not apply that forgot. */
function isRemembering({ marks }: LiveObject, { inventories }: World): boolean {
  return inventories.get(marks?.owner ?? '')?.state === 'read'
}

interface Opening {
  /** `alice Pod/alice-dev run 2, 0`: forgotten and asked for again it is another request, which the last number counts. */
  readonly number: string
  readonly uid: string
}

/** Patches after which a run that was closed is open, and runs that were made open. */
function openings(log: readonly Exchanged[]): readonly Opening[] {
  const memories = new Map<string, Inventory>()
  const lives = new Map<string, number>()
  return log
    .filter(({ response }) => isGranted(response))
    .flatMap((exchanged) => {
      for (const memory of memoriesIn(exchanged)) {
        const old = Object.keys(memories.get(memory.member)?.records ?? {})
        const forgotten = old
          .filter((key) => !Object.hasOwn(memory.records, key))
          .map((key) => `${memory.member} ${key}`)
        for (const name of forgotten) lives.set(name, (lives.get(name) ?? 0) + 1)
        memories.set(memory.member, memory)
      }
      const { body } = exchanged.response
      if (!isWrite(exchanged) || !isOpening(exchanged)) return []
      const mark = (name: string) => markOf(body, 'annotations', `lab/${name}`) ?? '?'
      const name = `${mark('owner')} ${mark('key')}`
      const uid = textAt(body, 'metadata', 'uid') ?? '?'
      return [{ number: `${name} run ${mark('run')}, ${lives.get(name) ?? 0}`, uid }]
    })
}

function isOpening({ request: { method, body: asked }, response: { body } }: Exchanged): boolean {
  if (body['kind'] !== 'Pod' && body['kind'] !== 'Job') return false
  const touchesGate = at(asked, 'spec', 'suspend') !== undefined || at(asked, 'spec', 'schedulingGates') !== undefined
  return (method === 'POST' || (method === 'PATCH' && touchesGate)) && !isClosed(body)
}

/** UIDs that apply deleted; what people delete by hand may leave pods for a moment. */
function deletedIn(log: readonly Exchanged[]): ReadonlySet<string> {
  const deletes = log.filter(isWrite).filter(({ request }) => request.method === 'DELETE')
  return new Set(deletes.map(({ request: { body = {} } }) => uidNamed(body) ?? ''))
}

function jobsOf(manifest: Manifest): readonly string[] {
  const owners = itemsAt(manifest, 'metadata', 'ownerReferences')
  return owners.flatMap((owner) => (at(owner, 'kind') === 'Job' ? [textAt(owner, 'uid') ?? ''] : []))
}

function strangersTouched({ log }: Ran): readonly string[] {
  const known = everRemembered(log)
  const closed = everClosed(log)
  return breaches(
    log.filter(isWrite).filter(({ user }) => user === 'lab-apply'),
    ({ request: { method, body = {} } }) => {
      const uid = method === 'DELETE' || method === 'PATCH' ? uidNamed(body) : undefined
      return uid !== undefined && !known.has(uid) && !closed.has(uid)
    },
  )
}

/** Names are written into the memory of whom they are made for before they are made. */
function unannounced(log: readonly Exchanged[]): readonly string[] {
  const announced = new Set<string>()
  return log
    .filter(({ response }) => isGranted(response))
    .flatMap((exchanged) => {
      for (const { records } of memoriesIn(exchanged)) for (const key of Object.keys(records)) announced.add(key)
      const { request, response } = exchanged
      const key = markOf(response.body, 'annotations', 'lab/key')
      const makes = isWrite(exchanged) && response.status === 201 && !request.path.endsWith('/configmaps')
      return makes && (key === undefined || !announced.has(key)) ? [named(request)] : []
    })
}

function everRemembered(log: readonly Exchanged[]): ReadonlySet<string> {
  const memories = log.filter(({ response }) => isGranted(response)).flatMap(memoriesIn)
  return new Set(
    memories.flatMap(({ records }) => Object.values(records).flatMap((record) => uidsOf(record as unknown as Json))),
  )
}

function uidsOf(record: Json): readonly string[] {
  return [textAt(record, 'uid'), textAt(record, 'previous')].filter((uid) => uid !== undefined)
}

/** Read or written. */
function memoriesIn({ request, response }: Exchanged): readonly Inventory[] {
  if (!isOn(request, 'configmaps')) return []
  const objects = [response.body, ...itemsAt(response.body, 'items')]
  return objects
    .flatMap((object) => {
      const name = textAt(object, 'metadata', 'name') ?? ''
      const text = textAt(object, 'data', 'inventory')
      return memberIn(name) === undefined || text === undefined ? [] : [inventoryIn(text)]
    })
    .filter((inventory) => inventory !== undefined)
}

function inventoryIn(text: string): Inventory | undefined {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) && isObject(value['records']) ? (value as unknown as Inventory) : undefined
  } catch {
    return undefined
  }
}

/** UIDs of what was seen closed, in a list or in an answer. */
function everClosed(log: readonly Exchanged[]): ReadonlySet<string> {
  const seen = log.flatMap(({ request, response: { body } }) => {
    const kind = isOn(request, 'jobs') ? 'Job' : 'Pod'
    return [body, ...itemsAt(body, 'items')].filter(isObject).map((object) => ({ kind, ...object }))
  })
  return new Set(seen.filter(isClosed).map((object) => textAt(object, 'metadata', 'uid') ?? ''))
}

function gpusIn(manifest: Manifest): number {
  const spec = manifest['kind'] === 'Job' ? at(manifest, 'spec', 'template', 'spec') : manifest['spec']
  const counts = itemsAt(spec, 'containers').flatMap((container) => {
    const limits = at(container, 'resources', 'limits')
    return isObject(limits) ? Object.entries(limits).filter(([name]) => name.startsWith('nvidia.com/')) : []
  })
  const atOnce = manifest['kind'] === 'Job' ? Number(at(manifest, 'spec', 'parallelism') ?? 1) : 1
  return atOnce * counts.reduce((sum, [, count]) => sum + Number(count), 0)
}
