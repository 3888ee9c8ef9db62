import type { ClaimCase, Setting } from '../case.ts'
import { claimWish, dueRetirement } from './claim-state.ts'
import { diskOf, type DiskText } from '../../model/disk-text.ts'
import { keep, refuse, stepOf } from './step-of.ts'
import { at } from '../../model/at.ts'
import { differences } from './differences.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { ClaimRecord } from '../../model/memory.ts'
import type { Step } from '../../model/plan.ts'
import { nanos } from '../../model/quantity.ts'
import type { LiveObject } from '../../model/world.ts'

export function create(the: ClaimCase, { lab, clock }: Setting): Step {
  const { wanted } = the
  if (wanted === undefined) return keep(the)
  const disk = diskOf(wanted.manifest, lab)
  const { incarnation } = wanted
  return stepOf(the, 'create', { phase: 'kept', incarnation, ...disk, since: clock }, { args: { ...disk } })
}

/** Ours, as it is there; whether it is as large as wanted is judged when it is kept, by the next plan (footnote 7). */
export function own(the: ClaimCase, operation: 'adopt' | 'record', { lab, clock }: Setting): Step {
  const { wanted, live, record } = the
  if (wanted === undefined || live === undefined) return keep(the)
  const disk = diskOf(live.manifest, lab)
  const incarnation = record?.incarnation ?? wanted.incarnation
  const after: ClaimRecord = { phase: 'kept', uid: live.uid, incarnation, ...disk, since: clock }
  return stepOf(the, operation, after, { uid: live.uid, args: { ...disk } })
}

/** It stays in the cluster and in the memory, listed as released. */
export function release(the: ClaimCase, { lab, clock }: Setting): Step {
  const { live, record } = the
  if (live === undefined) return keep(the)
  const known = record ?? { incarnation: 1, ...diskOf(live.manifest, lab) }
  const after: ClaimRecord = { ...known, phase: 'released', uid: live.uid, since: clock }
  return stepOf(the, 'release', after, { uid: live.uid, args: diskArgs(the) })
}

/** A released claim stays released; one whose retirement was called off is released again. */
export function stay(the: ClaimCase, setting: Setting): Step {
  return the.record?.phase === 'retiring'
    ? { ...release(the, setting), operation: 'record' }
    : keep(the, undefined, diskArgs(the))
}

/** For the storage identity, by UID; what is remembered changes when a plan sees the new size. */
export function grow(the: ClaimCase, { lab }: Setting): Step {
  const { wanted, live, record } = the
  if (wanted === undefined || live === undefined || record === undefined) return keep(the)
  const [to, from] = [diskOf(wanted.manifest, lab).storage, diskOf(live.manifest, lab).storage]
  if (bytes(from) === bytes(to)) return stepOf(the, 'record', { ...record, storage: to }, { uid: live.uid })
  const held = at(live.manifest, 'status', 'capacity', 'storage')
  if (bytes(from) > bytes(to) || bytes(held) > bytes(to)) return refuse(the, 'spec', { from, to, field: 'storage' })
  const patch = { spec: { resources: { requests: { storage: to } } } }
  return stepOf(the, 'update', record, { uid: live.uid, patch, args: { from, to } })
}

/** What would have to be another disk. */
export function spec(the: ClaimCase, { lab }: Setting): Step {
  const { wanted, record } = the
  if (wanted === undefined || record === undefined) return keep(the)
  const disk = diskOf(wanted.manifest, lab)
  const asked: JsonObject = { ...disk }
  const has: JsonObject = { storage: record.storage, class: record.class, modes: record.modes }
  const fields = Object.keys(asked).filter((field) => differences(asked[field] ?? null, has[field]).length > 0)
  return refuse(the, 'spec', { fields, from: has, to: asked })
}

/** The disk of the recorded UID is lost to us; `drops`: and nobody asks for it. */
export function lost(the: ClaimCase, refusal: 'vanished' | 'other-uid', drops: boolean): Step {
  const { record, live } = the
  const args = {
    ...(record && { storage: record.storage, since: record.since, uid: record.uid ?? null }),
    ...(live && { now: live.uid }),
  }
  return stepOf(the, 'refuse', drops ? undefined : record, { refusal, args })
}

/** By the storage identity alone, and never under a pod. */
export function retire(the: ClaimCase, setting: Setting): Step {
  const { record, live } = the
  const order = dueRetirement(the, setting)
  if (record === undefined || live === undefined || order === undefined) return keep(the)
  if (order.uid !== live.uid) return refuse(the, 'other-uid', { ordered: order.uid, uid: live.uid })
  const by = setting.mountedBy.get(the.key) ?? []
  if (by.length > 0) return refuse(the, 'mounted', { by })
  const after: ClaimRecord =
    record.phase === 'retiring' ? record : { ...record, phase: 'retiring', since: setting.clock }
  return stepOf(the, 'retire', after, { uid: live.uid, args: { on: order.on, ...diskArgs(the) } })
}

/** Footnote 6: adopted if what cannot change fits. */
export function adoptStranger(the: ClaimCase, setting: Setting): Step {
  const { live, wanted } = the
  if (live === undefined || wanted === undefined) return keep(the)
  const record: ClaimRecord = {
    phase: 'kept',
    incarnation: wanted.incarnation,
    ...diskOf(live.manifest, setting.lab),
    since: setting.clock,
  }
  const wish = claimWish({ ...the, record }, setting)
  if (wish === 'same' || wish === 'larger') return own(the, 'adopt', setting)
  return { ...refuse(the, 'spec'), args: spec({ ...the, record }, setting).args }
}

function diskArgs({ record, live }: ClaimCase): JsonObject {
  const disk: Partial<DiskText & ClaimRecord> = record ?? {}
  return {
    ...(disk.storage !== undefined && { storage: disk.storage }),
    ...(disk.since !== undefined && { since: disk.since }),
    ...volume(live),
  }
}

function volume(live: LiveObject | undefined): JsonObject {
  const name = live && at(live.manifest, 'spec', 'volumeName')
  return typeof name === 'string' ? { volume: name } : {}
}

function bytes(quantity: Json | undefined): bigint {
  return nanos(quantity) ?? 0n
}
