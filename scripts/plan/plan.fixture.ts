import config from '../../lab.config.ts'
import { desiredOf } from '../desire/index.ts'
import type { Desired, Wanted } from '../model/desired.ts'
import { closed } from '../model/gate.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import type { Lab } from '../model/lab.ts'
import type { Manifest } from '../model/manifest.ts'
import { marked, marksOf } from '../model/marks.ts'
import type { Inventory, Ledger, MemoryRecord } from '../model/memory.ts'
import { keyOf, type Key } from '../model/object-key.ts'
import type { LiveObject, World } from '../model/world.ts'

export const clock = '2026-11-24T12:00:00Z'
export const commit = 'c'.repeat(40)

/** The real lab with members and caps that do not change with it. */
export function lab(changes: Partial<Lab> = {}): Lab {
  const real: Lab = config
  return {
    ...real,
    namespace: 'lab',
    timeZone: 'Etc/UTC',
    members: { alice: {}, ann: {}, 'ann-lee': {}, bob: {}, carol: {}, sue: { suspended: true } },
    caps: {
      member: { gpus: 4, cpu: 64, memory: '256Gi', disk: '500Gi', gpuHours: 400 },
      lab: { gpus: 8, cpu: 128, memory: '1Ti', disk: '2Ti', gpuHours: 1000 },
      volume: real.caps.volume,
    },
    retirements: [],
    adoptions: [],
    ...changes,
  }
}

export interface WorkOptions {
  readonly gpus?: number
  readonly hours?: number
  readonly run?: number
  readonly disks?: readonly string[]
  readonly configs?: readonly string[]
  readonly image?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly spec?: JsonObject
}

export function pod(name: string, options: WorkOptions = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(name, options),
    spec: { ...podSpec(options), ...seconds(options), ...options.spec },
  }
}

export function job(name: string, options: WorkOptions = {}): Manifest {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadata(name, options),
    spec: { ...seconds(options), template: { spec: podSpec(options) }, ...options.spec },
  }
}

export function deployment(name: string, options: WorkOptions = {}): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(name, options),
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: { spec: podSpec(options) },
      ...options.spec,
    },
  }
}

export function configMap(name: string, data: JsonObject = { a: '1' }, more: JsonObject = {}): Manifest {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadata(name, {}), data, ...more }
}

export function service(name: string, spec: JsonObject = { ports: [{ port: 80 }] }): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: metadata(name, {}), spec }
}

export function claim(
  name: string,
  storage = '10Gi',
  options: { class?: string; mode?: string; incarnation?: number } = {},
): Manifest {
  const { class: storageClassName = 'rook-cephfs', mode = 'ReadWriteMany', incarnation = 1 } = options
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name, annotations: { 'lab/incarnation': String(incarnation) } },
    spec: { storageClassName, accessModes: [mode], resources: { requests: { storage } } },
  }
}

function metadata(name: string, { run = 1, labels = {} }: WorkOptions): JsonObject {
  return { name, labels, annotations: { 'lab/run': String(run) } }
}

function seconds({ hours }: WorkOptions): JsonObject {
  return hours === undefined ? {} : { activeDeadlineSeconds: hours * 3600 }
}

function podSpec({ gpus = 0, disks = [], configs = [], image = 'x:1' }: WorkOptions): JsonObject {
  const resources = gpus === 0 ? {} : { limits: { 'nvidia.com/gpu': gpus } }
  return {
    containers: [{ name: 'main', image, resources }],
    volumes: [
      ...disks.map((claimName) => ({ name: claimName, persistentVolumeClaim: { claimName } })),
      ...configs.map((name) => ({ name, configMap: { name } })),
    ],
  }
}

/** What main asks for: manifests by request (`alice/dev`), each folder at height 1 unless said otherwise. */
export function desired(
  requests: Readonly<Record<string, readonly Manifest[]>>,
  more: {
    heights?: Readonly<Record<string, number>>
    height?: number
    commit?: string
    broken?: readonly string[]
  } = {},
): Desired {
  const entries = Object.entries(requests).map(([request, manifests]) => {
    const [owner = '', name = ''] = request.split('/')
    return { owner, request, file: `users/${owner}/${name}.ts`, manifests }
  })
  const heights = new Map(entries.map(({ owner }) => [owner, more.heights?.[owner] ?? 1]))
  return desiredOf({
    requests: entries,
    heights,
    commit: more.commit ?? commit,
    height: more.height ?? 10,
    broken: more.broken ?? [],
  })
}

/** One wanted object of a member. */
export function wanted(owner: string, manifest: Manifest): Wanted {
  const [only] = desired({ [`${owner}/x`]: [manifest] }).wanted
  if (only === undefined) throw new Error('nothing wanted')
  return only
}

export interface LiveOptions {
  readonly uid?: string
  /** Whose mark it carries; `null`: nobody's. */
  readonly owner?: string | null
  readonly closed?: boolean
  readonly deleting?: boolean
  readonly owned?: boolean
  readonly status?: JsonObject
  /** Other managers of the object. */
  readonly managers?: readonly JsonObject[]
  readonly spec?: JsonObject
  readonly ownerReferences?: readonly JsonObject[]
}

/** The object as a server has it: marked, with the fields that are ours. */
export function live(manifest: Manifest, options: LiveOptions = {}): LiveObject {
  const { uid = `uid-${keyOf(manifest)}`, owner = 'alice', deleting = false, owned = false, managers = [] } = options
  const text = owner === null ? manifest : marked(wanted(owner, manifest), { lab: 'lab', commit })
  const shut = options.closed === true ? closed(text) : text
  const own = owner === null ? [] : [{ manager: 'lab', operation: 'Apply', fieldsV1: fieldsOf(text) }]
  const spec = isObject(shut['spec']) ? { spec: { ...shut['spec'], ...options.spec } } : {}
  const there: Manifest = {
    ...shut,
    ...spec,
    metadata: {
      ...(isObject(shut['metadata']) && shut['metadata']),
      uid,
      managedFields: [...own, ...managers],
      ...(options.ownerReferences && { ownerReferences: options.ownerReferences }),
    },
    ...(options.status && { status: options.status }),
  }
  const marks = owner === null ? undefined : marksOf(text)
  return { key: keyOf(manifest), uid, version: '1', manifest: there, deleting, owned, ...(marks && { marks }) }
}

/** `fieldsV1` of everything that a text says; lists are owned whole. */
export function fieldsOf(value: Json): JsonObject {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['apiVersion', 'kind', 'name'].includes(name))
      .map(([name, part]) => [`f:${name}`, fieldsOf(part)]),
  )
}

export type Records = Readonly<Record<string, Readonly<Record<Key, MemoryRecord>>>>

export interface WorldOptions {
  readonly ledger?: Partial<Ledger>
  readonly records?: Records
  readonly objects?: readonly LiveObject[]
  readonly unread?: readonly string[]
}

export function world({ ledger = {}, records = {}, objects = [], unread = [] }: WorldOptions = {}): World {
  const members = Object.keys(records)
  const inventories = Object.entries(records).map(([member, own]): readonly [string, Inventory] => [
    member,
    { version: 1, lab: 'lab', member, records: own },
  ])
  return {
    ledger: {
      state: 'read',
      version: '1',
      value: { version: 1, height: 10, head: commit, clock, members, admitted: [], ...ledger },
    },
    inventories: new Map(inventories.map(([member, value]) => [member, { state: 'read', value, version: '1' }])),
    objects,
    unread,
  }
}
