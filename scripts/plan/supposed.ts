import { diskOf } from '../model/disk-text.ts'
import { fixedDigest } from './tables/fixed-digest.ts'
import { endedRun } from '../model/ended-run.ts'
import { isObject } from '../model/json.ts'
import type { Desired, Wanted } from '../model/desired.ts'
import type { Lab } from '../model/lab.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Inventory, MemoryRecord, Time } from '../model/memory.ts'
import { kindIn, natureOf, type Key } from '../model/object-key.ts'
import { observedDigest } from '../model/owned.ts'
import type { LiveObject, World } from '../model/world.ts'

export interface Supposition {
  readonly lab: Lab
  readonly clock: Time
  /** Every run of the base is still live, or every run is over and its object gone. */
  readonly runs: 'live' | 'over'
}

/** A cluster as if `base` had just been applied, all objects as written (`apply.md` 9). Runs of suspended members were never launched. */
export function supposed(base: Desired, supposition: Supposition): World {
  const { lab, clock, runs } = supposition
  const there = base.wanted.filter((one) => natureOf(one.key) !== 'run' || isLaunched(one, lab))
  const standing = there.filter(({ key }) => natureOf(key) !== 'run' || runs === 'live')
  const inventories = [...Map.groupBy(there, ({ owner }) => owner)].map(([member, wanted]): Inventory => {
    const records = wanted.map((one) => [one.key, recordOf(one, base, supposition)] as const)
    return { version: 1, lab: lab.namespace, member, records: Object.fromEntries(records) }
  })
  const members = inventories.map(({ member }) => member)
  const ledger = { version: 1, height: base.height, head: base.commit, clock, members, admitted: [] } as const
  return {
    ledger: { state: 'read', version: '', value: ledger },
    inventories: new Map(inventories.map((value) => [value.member, { state: 'read', value, version: '' }])),
    objects: standing.map((one) => asWritten(one, lab)),
    unread: [],
  }
}

function isLaunched({ owner }: Wanted, lab: Lab): boolean {
  return Object.hasOwn(lab.members, owner) && lab.members[owner]?.suspended !== true
}

function asWritten({ key, owner, run, digest, manifest }: Wanted, lab: Lab): LiveObject {
  const marks = { lab: lab.namespace, key, owner, run, digest }
  return { key, uid: uidOf(key), version: '', manifest: settled(key, manifest), deleting: false, owned: false, marks }
}

/** A claim has its disk, a Pod its machine. */
function settled(key: Key, manifest: Manifest): Manifest {
  const spec = isObject(manifest['spec']) ? manifest['spec'] : {}
  if (kindIn(key) === 'Pod') return { ...manifest, spec: { ...spec, nodeName: 'supposed' } }
  return natureOf(key) === 'claim' ? { ...manifest, status: { phase: 'Bound' } } : manifest
}

function recordOf(one: Wanted, { commit }: Desired, { lab, clock, runs }: Supposition): MemoryRecord {
  const { key, run, digest, demand, incarnation, manifest } = one
  const uid = uidOf(key)
  const nature = natureOf(key)
  if (nature === 'standing') return { phase: 'kept', uid, digest, observed: observedDigest(manifest) }
  if (nature === 'claim') return { phase: 'kept', uid, incarnation, ...diskOf(manifest, lab), since: clock }
  const opened = { run, phase: 'opened', uid, digest, fixed: fixedDigest(manifest), commit, demand } as const
  return runs === 'live' ? opened : endedRun(opened, 'unknown', clock)
}

function uidOf(key: Key): string {
  return `supposed-${key}`
}
