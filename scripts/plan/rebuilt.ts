import { fixedDigest } from './tables/fixed-digest.ts'
import { textAt } from '../model/at.ts'
import type { Wanted } from '../model/desired.ts'
import { digestOf } from '../model/digest.ts'
import { diskOf } from '../model/disk-text.ts'
import { endedRun } from '../model/ended-run.ts'
import { isClosed } from '../model/gate.ts'
import { gpuDemandOf, noGpus } from '../model/gpu-demand-of.ts'
import type { Lab } from '../model/lab.ts'
import { markOf } from '../model/manifest.ts'
import { meaningOf } from '../model/meaning.ts'
import type { ClaimRecord, Commit, Inventory, MemoryRecord, RunRecord, Time } from '../model/memory.ts'
import { kindIn, kinds, natureOf, type Key } from '../model/object-key.ts'
import type { LiveObject, World } from '../model/world.ts'

export interface Rebuild {
  readonly member: string
  readonly world: World
  /** What main asks of this member. */
  readonly wanted: readonly Wanted[]
  readonly commit: Commit
  readonly lab: Lab
  readonly now: Time
}

/**
 * A memory made anew from what is there (`apply.md` 2): it costs a question, never a disk. Marked objects without an owner are taken as
 * ours. Whether a run that is not there, or a closed one, has had its turn nobody can tell: it counts as over, and starts again only
 * with a higher number. A wanted disk that is not there counts as vanished and not as one to be made: no empty one takes its place.
 */
export function rebuilt(rebuild: Rebuild): Inventory {
  const { member, wanted, lab } = rebuild
  const wishes = new Map(wanted.map((one) => [one.key, one]))
  const there = objectsOf(rebuild)
  const isThere = new Set(there.map(({ key }) => key))
  const records = [
    ...there.map((live): Entry => [live.key, found(live, wishes.get(live.key), rebuild)]),
    ...wanted.filter(({ key }) => !isThere.has(key)).flatMap((one) => missing(one, rebuild)),
  ]
  return { version: 1, lab: lab.namespace, member, records: Object.fromEntries(records) }
}

type Entry = readonly [Key, MemoryRecord]

/** What another memory holds is not theirs, whatever its marks say. */
function objectsOf({ member, world, lab }: Rebuild): readonly LiveObject[] {
  const readings = [...world.inventories.values()].filter((reading) => reading.state === 'read')
  const held = new Set(readings.flatMap(({ value }) => Object.values(value.records).map(({ uid }) => uid)))
  return world.objects.filter(
    ({ key, uid, marks, owned }) =>
      marks?.lab === lab.namespace &&
      marks.owner === member &&
      marks.key === key &&
      kinds.includes(kindIn(key)) &&
      !owned &&
      !held.has(uid),
  )
}

function found(live: LiveObject, wanted: Wanted | undefined, rebuild: Rebuild): MemoryRecord {
  const nature = natureOf(live.key)
  if (nature === 'standing') return { phase: 'kept', uid: live.uid, digest: writtenDigest(live) }
  return nature === 'run' ? runFound(live, wanted, rebuild) : claimFound(live, wanted, rebuild)
}

function runFound(live: LiveObject, wanted: Wanted | undefined, { commit, now }: Rebuild): RunRecord {
  const { uid, manifest, marks } = live
  const digest = writtenDigest(live)
  const startedAt = textAt(manifest, 'status', 'startTime')
  const record: RunRecord = {
    run: marks?.run ?? 1,
    phase: 'opened',
    uid,
    digest,
    ...(wanted?.digest === digest && { fixed: fixedDigest(wanted.manifest) }),
    commit: markOf(manifest, 'annotations', 'lab/commit') ?? commit,
    demand: gpuDemandOf(manifest),
    ...(startedAt !== undefined && { openedAt: startedAt }),
  }
  return isClosed(manifest) ? endedRun(record, 'unknown', now) : record
}

/** Of the text that it was made from; what is there now may be somebody's edit. */
function writtenDigest({ marks, manifest }: LiveObject): string {
  return marks?.digest ?? digestOf(meaningOf(manifest))
}

function claimFound({ uid, manifest }: LiveObject, wanted: Wanted | undefined, { lab, now }: Rebuild): ClaimRecord {
  const number = markOf(manifest, 'annotations', 'lab/incarnation') ?? '1'
  const incarnation = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 1
  const phase = wanted === undefined ? 'released' : 'kept'
  return { phase, uid, incarnation, ...diskOf(manifest, lab), since: now }
}

/** What is kept as written is simply made again. */
function missing({ key, run, digest, manifest, incarnation }: Wanted, { commit, lab, now }: Rebuild): readonly Entry[] {
  const nature = natureOf(key)
  if (nature === 'standing') return []
  return nature === 'run'
    ? [[key, endedRun({ run, phase: 'ended', digest, commit, demand: noGpus }, 'unknown', now)]]
    : [[key, { phase: 'kept', incarnation, ...diskOf(manifest, lab), since: now }]]
}
