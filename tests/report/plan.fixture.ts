import type { JsonObject } from '../../scripts/model/json.ts'
import type { GpuDemand } from '../../scripts/model/memory.ts'
import { endingOf, type Outcome } from '../../scripts/model/outcome.ts'
import type { Hold, Lock, Plan, Refusal, Step, Use } from '../../scripts/model/plan.ts'
import type { Wanted } from '../../scripts/model/desired.ts'

const since = '2026-11-24T09:12:00Z'
const digest = 'd'.repeat(64)
const gpus = (count: number): GpuDemand => ({ gpus: count, byResource: { 'nvidia.com/gpu': count } })

function wanted(key: Step['key'], demand: number, run: number, spec: JsonObject = {}): Wanted {
  return {
    key,
    owner: 'alice',
    request: 'alice/dev',
    file: 'users/alice/dev.ts',
    manifest: { kind: key.slice(0, key.indexOf('/')), spec },
    run,
    incarnation: 1,
    digest,
    demand: gpus(demand),
    seconds: 21_600,
    needs: [],
    ticket: [1, 'users/alice/dev.ts', 0],
  }
}

const opened = (run: number) => ({ run, phase: 'opened', digest, commit: 'c', demand: gpus(1) }) as const
const step = (key: Step['key'], operation: Step['operation'], more: Partial<Step> = {}): Step => ({
  key,
  member: 'alice',
  operation,
  args: {},
  ...more,
})

/** Why each thing is held, with the evidence that the plan gives. */
const holds: readonly (readonly [Hold, JsonObject])[] = [
  [
    'lab-total',
    { asks: 8, adds: 8, inUse: 27, limit: 32, ahead: 1, before: { key: 'Job/carol-llm', member: 'carol' }, endless: 0 },
  ],
  ['member-total', { asks: 2, adds: 2, inUse: 3, limit: 4 }],
  ['in-line', { asks: 1, adds: 1, behind: 'Job/carol-llm', member: 'carol', since, ahead: 2 }],
  ['cluster-quota', {}],
  ['needs', { lacks: ['PersistentVolumeClaim/alice-data'] }],
  ['needed', { by: ['Pod/alice-dev'] }],
  ['terminating', {}],
  ['suspended', { known: true }],
]

const refusals: readonly (readonly [Refusal, JsonObject])[] = [
  ['name-taken', { uid: 'u1', by: 'bob' }],
  ['copy', { uid: 'u1' }],
  ['run-behind', { asked: 2, recorded: 3 }],
  ['needs-run', { run: 1, from: 3600, to: 7200 }],
  ['spec', { fields: ['storage'], from: { storage: '200Gi' }, to: { storage: '100Gi' } }],
  ['unbound', {}],
  ['vanished', { storage: '100Gi', since, uid: 'u1' }],
  ['lost', {}],
  ['exists', { incarnation: 2 }],
  ['mounted', { by: ['Pod/alice-dev'] }],
  ['still-requested', {}],
  ['terminating', {}],
  ['conflict', { manager: 'kubectl-edit', fields: ['data.a'] }],
  ['other-uid', { uid: 'u1', now: 'u2' }],
  ['rejected', { fields: ['spec.containers[0].image'] }],
  ['never-fits', { asks: 40, limit: 32 }],
  ['could-not-tell', {}],
  ['memory-full', { bytes: 921_600, limit: 921_600 }],
]

const changes: readonly Step[] = [
  step('Pod/alice-dev', 'stop', { uid: 'u', args: { live: true, pods: ['alice-dev'] }, endsSince: since }),
  step('Job/alice-done', 'stop', { uid: 'u' }),
  step('Job/alice-train', 'replace', {
    uid: 'u',
    args: { live: true, pods: ['alice-train-x'] },
    endsSince: since,
    before: opened(2),
    wanted: wanted('Job/alice-train', 8, 3),
  }),
  step('ConfigMap/alice-settings', 'replace', { uid: 'u', args: { field: 'immutable' } }),
  step('Service/alice-web', 'delete', { uid: 'u' }),
  step('PersistentVolumeClaim/alice-old', 'release', { uid: 'u', args: { storage: '100Gi', since } }),
  step('PersistentVolumeClaim/alice-older', 'retire', { uid: 'u', args: { storage: '1Ti', on: '2026-11-20' } }),
  step('Pod/alice-new', 'launch', { wanted: wanted('Pod/alice-new', 1, 1) }),
  step('Job/alice-sweep', 'launch', { wanted: wanted('Job/alice-sweep', 4, 2, { completionMode: 'Indexed' }) }),
  step('PersistentVolumeClaim/alice-data', 'create', { args: { storage: '100Gi' } }),
  step('ConfigMap/alice-files', 'create'),
  step('PersistentVolumeClaim/alice-big', 'update', { uid: 'u', args: { from: '100Gi', to: '200Gi' } }),
  step('Job/alice-long', 'update', {
    uid: 'u',
    before: opened(1),
    args: { run: 1, fields: ['spec.activeDeadlineSeconds'] },
  }),
  step('PersistentVolumeClaim/alice-back', 'adopt', { uid: 'u' }),
  step('Pod/alice-edited', 'keep', { note: 'edited', before: opened(3), args: { run: 3, fields: ['spec'] } }),
  step('Pod/alice-same', 'keep'),
  step('Pod/alice-over', 'record', { args: { end: 'succeeded' } }),
  step('Pod/alice-gone', 'forget'),
]

const locks: readonly Lock[] = [
  { lock: 'nothing-desired', scope: 'lab', args: { live: 3 } },
  { lock: 'many-losses', scope: 'lab', args: { losses: 12, limit: 5, live: 20 } },
  { lock: 'broken-files', scope: 'member', member: 'bob', args: {} },
  { lock: 'broken-house', scope: 'lab', args: {} },
  { lock: 'unread-lists', scope: 'lab', args: { kinds: ['Pod', 'Job'] } },
  { lock: 'inventory', scope: 'member', member: 'carol', args: { why: 'wrong-sum' } },
  { lock: 'ledger', scope: 'lab', args: { why: 'absent' } },
  { lock: 'ledger', scope: 'lab', args: { why: 'not-first', inventories: ['alice'], objects: [] } },
  { lock: 'older-commit', scope: 'lab', args: { height: 10, newest: 12, commit: 'c', head: 'd' } },
  { lock: 'clock', scope: 'clock', args: { clock: since, ledger: since } },
]

const use = (now: number, after: number, limit: number): Use => ({
  now: gpus(now),
  after: gpus(after),
  limit,
  hoursNow: now * 6,
  hoursAfter: after * 6,
})

/** Every operation, reason and lock once. */
export const everything: Plan = {
  steps: [
    ...changes,
    ...holds.map(([hold, args]) => step(`Job/alice-${hold}`, 'hold', { hold, args })),
    ...refusals.map(([refusal, args]) => step(`PersistentVolumeClaim/alice-${refusal}`, 'refuse', { refusal, args })),
  ],
  locks,
  members: { alice: use(1, 4, 4), bob: use(2, 2, 4) },
  lab: use(22, 25, 32),
  line: [],
}

const ends: readonly (readonly [Outcome['ending'], Outcome['left'], Partial<Outcome>])[] = [
  ['failed', 'as-it-was', { message: 'admission webhook "x" denied the request', fault: 'request' }],
  ['failed', 'nothing', { message: 'unauthorised', fault: 'ours' }],
  ['skipped', 'nothing', {}],
  ['interrupted', 'unknown', {}],
]

/** What became of it all, and all that can go wrong besides. */
export const outcomes: readonly Outcome[] = [
  ...everything.steps.map((one): Outcome => {
    const { key, member, args } = one
    const { hold, refusal } = one
    const why = { ...(hold && { hold }), ...(refusal && { refusal }) }
    return { key, member, args, step: one, left: 'as-written', ending: endingOf[one.operation], ...why }
  }),
  ...ends.map(([ending, left, more], index): Outcome => {
    const one = step(`Job/alice-${ending}-${index}`, 'launch', { wanted: wanted('Job/alice-x', 1, 1) })
    return { key: one.key, member: 'alice', args: {}, step: one, ending, left, ...more }
  }),
]
