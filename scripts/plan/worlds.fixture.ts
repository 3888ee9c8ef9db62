import { array, constantFrom, integer, option, record, uniqueArray, type Arbitrary } from 'fast-check'
import { fixedDigest } from './tables/fixed-digest.ts'
import {
  claim,
  clock,
  commit,
  configMap,
  desired,
  job,
  live,
  pod,
  wanted,
  world,
  type LiveOptions,
} from './plan.fixture.ts'
import type { Desired } from '../model/desired.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Admission, MemoryRecord, RunRecord } from '../model/memory.ts'
import { keyOf, natureOf, type Key } from '../model/object-key.ts'
import type { LiveObject, World } from '../model/world.ts'

/** What main asks for, and a world in any state that people, crashes and other applies can leave behind. */
export interface Situation {
  readonly desired: Desired
  readonly world: World
}

interface Thing {
  readonly member: string
  readonly kind: 'Pod' | 'Job' | 'ConfigMap' | 'PersistentVolumeClaim'
  readonly name: number
  readonly gpus: number
  readonly run: number
  readonly wish: number | null
  readonly edit: boolean
  readonly phase: 'none' | 'held' | 'intended' | 'admitted' | 'accepted' | 'opened' | 'ended'
  readonly waited: number
  readonly live: 'absent' | 'known' | 'closed' | 'finished' | 'deleting' | 'stranger' | 'copy' | 'stray'
  readonly mounts: boolean
}

const thing: Arbitrary<Thing> = record({
  member: constantFrom('alice', 'bob', 'carol', 'sue'),
  kind: constantFrom('Pod', 'Job', 'Job', 'ConfigMap', 'PersistentVolumeClaim'),
  name: integer({ min: 0, max: 2 }),
  gpus: integer({ min: 0, max: 5 }),
  run: integer({ min: 1, max: 2 }),
  wish: option(integer({ min: 0, max: 2 })),
  edit: constantFrom(true, false),
  phase: constantFrom('none', 'held', 'intended', 'admitted', 'accepted', 'opened', 'opened', 'ended'),
  waited: integer({ min: 0, max: 48 }),
  live: constantFrom('absent', 'known', 'known', 'closed', 'finished', 'deleting', 'stranger', 'copy', 'stray'),
  mounts: constantFrom(true, false, false),
})

export const situation: Arbitrary<Situation> = record({
  things: uniqueArray(thing, { maxLength: 10, selector: ({ member, kind, name }) => `${kind}/${member}-${name}` }),
  strangers: array(integer({ min: 1, max: 3 }), { maxLength: 2 }),
  heights: record({ alice: height(), bob: height(), carol: height(), sue: height() }),
}).map(({ things, strangers, heights }) => ({
  desired: desired(requestsIn(things), { heights }),
  world: world({
    records: recordsIn(things),
    objects: [
      ...things.flatMap(objectOf),
      ...strangers.map((gpus, index) => live(pod(`stranger-${index}`, { gpus }), { owner: null })),
    ],
    ledger: { admitted: things.flatMap(admissionOf) },
  }),
}))

function height(): Arbitrary<number> {
  return integer({ min: 1, max: 9 })
}

function textOf({ member, kind, name, gpus, mounts }: Thing, run: number, edit = false): Manifest {
  const own = `${member}-${name}`
  const needs = mounts ? { disks: [`${member}-1`], configs: [`${member}-2`] } : {}
  const options = { gpus, run, hours: edit ? 2 : 1, ...needs }
  const makers = {
    Pod: () => pod(own, options),
    Job: () => job(own, options),
    ConfigMap: () => configMap(own, { a: String(edit) }),
    PersistentVolumeClaim: () => claim(own, edit ? '20Gi' : '10Gi'),
  }
  return makers[kind]()
}

function requestsIn(things: readonly Thing[]): Readonly<Record<string, readonly Manifest[]>> {
  const asked = things.flatMap((one) =>
    one.wish === null
      ? []
      : [[`${one.member}/r${one.name}`, textOf(one, Math.max(1, one.run + one.wish - 1), one.edit)] as const],
  )
  const groups = Map.groupBy(asked, ([request]) => request)
  return Object.fromEntries([...groups].map(([request, entries]) => [request, entries.map(([, manifest]) => manifest)]))
}

function recordsIn(things: readonly Thing[]): Readonly<Record<string, Readonly<Record<Key, MemoryRecord>>>> {
  const groups = Map.groupBy(things, ({ member }) => member)
  return Object.fromEntries([...groups].map(([member, own]) => [member, Object.fromEntries(own.flatMap(recordOf))]))
}

function recordOf(one: Thing): readonly (readonly [Key, MemoryRecord])[] {
  const manifest = textOf(one, one.run)
  const key = keyOf(manifest)
  const { digest } = wanted(one.member, manifest)
  if (one.phase === 'none') return []
  if (natureOf(key) === 'standing') return [[key, { phase: 'kept', uid: `known-${key}`, digest }]]
  if (natureOf(key) === 'claim') {
    const phase = one.phase === 'ended' ? 'released' : 'kept'
    return [
      [
        key,
        {
          phase,
          uid: `known-${key}`,
          incarnation: 1,
          storage: '10Gi',
          class: 'rook-cephfs',
          modes: ['ReadWriteMany'],
          since: clock,
        },
      ],
    ]
  }
  return [[key, runRecord(one, manifest)]]
}

function runRecord({ phase, member, waited }: Thing, manifest: Manifest): RunRecord {
  const { key, run, digest, demand } = wanted(member, manifest)
  const base = { run, digest, fixed: fixedDigest(manifest), commit, demand }
  const since = new Date(Date.parse(clock) - waited * 3_600_000).toISOString().replace('.000', '')
  const known = { uid: `known-${key}` }
  if (phase === 'held') return { ...base, phase, ticket: [waited, 'x', 0], heldSince: since }
  if (phase === 'ended') return { ...base, phase, ...known, end: 'failed', endedAt: since }
  if (phase === 'intended' || phase === 'admitted') {
    return { ...base, phase: 'intended', ...(waited % 2 === 0 && { previous: known.uid }) }
  }
  return { ...base, phase: phase === 'accepted' ? phase : 'opened', ...known, openedAt: since }
}

function admissionOf(one: Thing): readonly Admission[] {
  if (one.phase !== 'admitted' || !['Pod', 'Job'].includes(one.kind)) return []
  const { key, run, demand } = wanted(one.member, textOf(one, one.run))
  return [{ key, member: one.member, run, demand }]
}

function objectOf(one: Thing): readonly LiveObject[] {
  const manifest = textOf(one, one.run)
  const key = keyOf(manifest)
  const isRun = natureOf(key) === 'run'
  const over = one.kind === 'Job' ? { conditions: [{ type: 'Failed', status: 'True' }] } : { phase: 'Failed' }
  const known = {
    uid: `known-${key}`,
    owner: one.member,
    ...(one.kind === 'PersistentVolumeClaim' && { status: { phase: 'Bound' } }),
  }
  const options: Readonly<Record<Thing['live'], LiveOptions | undefined>> = {
    absent: undefined,
    known: one.kind === 'Pod' ? { ...known, spec: { nodeName: 'n' } } : known,
    closed: { ...known, closed: isRun },
    finished: { ...known, ...(isRun && { status: over }) },
    deleting: { ...known, deleting: true },
    stranger: { uid: `stranger-${key}`, owner: null },
    copy: { ...known, uid: `copy-${key}` },
    stray: { ...known, uid: `stray-${key}`, closed: isRun },
  }
  const found = options[one.live]
  return found === undefined ? [] : [live(manifest, found)]
}
