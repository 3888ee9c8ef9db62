import { describe, expect, test } from 'vitest'
import {
  claim,
  clock,
  commit,
  configMap,
  deployment,
  desired,
  job,
  lab,
  live,
  pod,
  wanted,
  world,
  type WorldOptions,
} from '../plan.fixture.ts'
import { plan } from '../plan.ts'
import { said } from '../said.fixture.ts'
import { supposed } from '../supposed.ts'
import type { PlanOptions } from '../view-of.ts'
import type { Desired } from '../../model/desired.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { ClaimRecord, RunRecord, StandingRecord } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { World } from '../../model/world.ts'

type Requests = Readonly<Record<string, readonly Manifest[]>>
const word = (text: string) => text.split(' → ')[0] ?? ''

function told(
  requests: Requests,
  given: World | WorldOptions = {},
  options: PlanOptions = {},
): Readonly<Record<string, string>> {
  const { steps } = plan(desired(requests), 'inventories' in given ? given : world(given), lab(), clock, options)
  return Object.fromEntries(steps.map((step) => [`${step.member} ${step.key.split('/')[0]}`, word(said(step))]))
}

/** The cluster as it is after `before` was applied, and all of it runs. */
const applied = (before: Requests) => supposed(desired(before), { lab: lab(), clock, runs: 'live' })
const claimed = (more: Partial<ClaimRecord> = {}): Record<Key, ClaimRecord> => ({
  'PersistentVolumeClaim/alice-d': {
    phase: 'kept',
    uid: 'd',
    incarnation: 1,
    storage: '10Gi',
    class: 'rook-cephfs',
    modes: ['ReadWriteMany'],
    since: clock,
    ...more,
  },
})

describe('what a run needs', () => {
  const run = job('alice-x', { disks: ['alice-d'], configs: ['alice-c'] })
  const [disk, config] = [claim('alice-d'), configMap('alice-c')]
  const there = live(disk, { uid: 'd', status: { phase: 'Bound' } })

  test('may be made before it, for the same member', () => {
    expect(told({ 'alice/x': [run, disk, config] })).toEqual({
      'alice PersistentVolumeClaim': 'create',
      'alice ConfigMap': 'create',
      'alice Job': 'launch',
    })
  })
  test.each<[string, Requests, WorldOptions, string]>([
    ['is missing', { 'alice/x': [run, disk] }, {}, 'missing'],
    ['is made for another member in the same plan', { 'alice/x': [run, config], 'bob/x': [disk] }, {}, 'missing'],
    ['goes', { 'alice/x': [run, config] }, { objects: [live(disk, { deleting: true })] }, 'terminating'],
    ['vanished', { 'alice/x': [run, disk, config] }, { records: { alice: claimed() } }, 'vanished'],
    [
      'would have to be another disk',
      { 'alice/x': [run, claim('alice-d', '5Gi'), config] },
      { records: { alice: claimed() }, objects: [there] },
      'spec',
    ],
    [
      "is somebody else's",
      { 'alice/x': [run, disk, config] },
      { objects: [live(disk, { owner: null })] },
      'name-taken',
    ],
  ])('%s: it is held', (_, requests, given, why) => {
    const step = plan(desired(requests), world(given), lab(), clock).steps.find(({ key }) => key === 'Job/alice-x')
    expect(step).toMatchObject({ operation: 'hold', hold: 'needs', args: { why } })
  })
  test.each<[string, Requests, WorldOptions]>([
    ['a disk of another member', { 'alice/x': [run, config] }, { objects: [live(disk, { owner: 'bob' })] }],
    [
      'a disk that waits for its first pod and cannot grow before',
      { 'alice/x': [run, claim('alice-d', '20Gi'), config] },
      { records: { alice: claimed() }, objects: [live(disk, { uid: 'd', status: { phase: 'Pending' } })] },
    ],
    [
      'a disk that is not asked for any more',
      { 'alice/x': [run, config] },
      { records: { alice: claimed() }, objects: [there] },
    ],
  ])('%s is there', (_, requests, given) => {
    expect(told(requests, given)).toMatchObject({ 'alice Job': 'launch' })
  })
  test('an optional setting is no need', () => {
    const volumes = [{ name: 'c', configMap: { name: 'alice-c', optional: true } }]
    expect(told({ 'alice/x': [pod('alice-x', { spec: { volumes } })] })).toEqual({ 'alice Pod': 'launch' })
  })
})

describe('what a live run reads is deleted after it', () => {
  const [run, config] = [job('alice-x', { configs: ['alice-c'] }), configMap('alice-c')]

  test('by a later plan, while it goes on', () => {
    expect(told({ 'alice/x': [run] }, applied({ 'alice/x': [run, config] }))).toEqual({
      'alice Job': 'keep',
      'alice ConfigMap': 'hold needed',
    })
  })
  test('in one plan, if that stops it', () => {
    const { steps } = plan(
      desired({ 'bob/x': [job('bob-x')] }),
      applied({ 'alice/x': [run, config], 'bob/x': [job('bob-x')] }),
      lab(),
      clock,
    )
    expect(steps.map(({ operation, key, waits }) => [operation, key, waits])).toEqual([
      ['stop', 'Job/alice-x', undefined],
      ['delete', 'ConfigMap/alice-c', ['Job/alice-x']],
      ['keep', 'Job/bob-x', undefined],
    ])
  })
  test("not after another member's stop", () => {
    const given = applied({
      'alice/x': [config],
      'bob/x': [job('bob-x', { configs: ['alice-c'] })],
      'carol/x': [job('carol-x')],
    })
    expect(told({ 'carol/x': [job('carol-x')] }, given)).toMatchObject({
      'alice ConfigMap': 'hold needed',
      'bob Job': 'stop',
    })
  })
  test("not under a stranger's pod", () => {
    const given = applied({ 'alice/x': [config], 'bob/x': [job('bob-x')] })
    const stranger = live(pod('s', { configs: ['alice-c'] }), { owner: null })
    expect(told({ 'bob/x': [job('bob-x')] }, { ...given, objects: [...given.objects, stranger] })).toMatchObject({
      'alice ConfigMap': 'hold needed',
    })
  })
  test('an immutable one is replaced after it', () => {
    const [one, two] = ['1', '2'].map((a) => configMap('alice-c', { a }, { immutable: true }))
    expect(told({ 'alice/x': [run, two ?? run] }, applied({ 'alice/x': [run, one ?? run] }))).toMatchObject({
      'alice ConfigMap': 'hold needed',
    })
  })
})

describe('another kind under the same name', () => {
  test('starts once the old one is gone', () => {
    const { steps } = plan(
      desired({ 'alice/x': [pod('alice-x')] }),
      applied({ 'alice/x': [job('alice-x')] }),
      lab(),
      clock,
    )
    expect(steps.map(({ operation, key, waits }) => [operation, key, waits])).toEqual([
      ['stop', 'Job/alice-x', undefined],
      ['launch', 'Pod/alice-x', ['Job/alice-x']],
    ])
  })
  test('a deletion comes before a launch that waits for it', () => {
    const { steps } = plan(
      desired({ 'alice/x': [pod('alice-x')] }),
      applied({ 'alice/x': [deployment('alice-x')] }),
      lab(),
      clock,
    )
    expect(steps.map(({ operation, waits }) => [operation, waits])).toEqual([
      ['delete', undefined],
      ['launch', ['Deployment/alice-x']],
    ])
  })
  test('is held while the old one goes', () => {
    const given = applied({ 'alice/x': [job('alice-x')] })
    const objects = given.objects.map((object) => ({ ...object, deleting: true }))
    expect(told({ 'alice/x': [pod('alice-x')] }, { ...given, objects })).toEqual({
      'alice Job': 'stop (going)',
      'alice Pod': 'hold terminating',
    })
  })
})

describe('a member who is suspended or gone from the roster', () => {
  test.each(['sue', 'zoe'])('%s: nothing is made or changed, what ends ends', (login) => {
    const before = { [`${login}/x`]: [job(`${login}-x`), claim(`${login}-d`), configMap(`${login}-c`)] }
    const active = lab({ members: { sue: {}, zoe: {}, bob: {} } })
    const given = supposed(desired(before), { lab: active, clock, runs: 'live' })
    const after = {
      [`${login}/x`]: [job(`${login}-x`, { run: 2 }), claim(`${login}-d`, '20Gi'), configMap(`${login}-c`, { a: '2' })],
    }
    expect(told(after, given)).toEqual({
      [`${login} Job`]: 'hold suspended',
      [`${login} PersistentVolumeClaim`]: 'hold suspended',
      [`${login} ConfigMap`]: 'hold suspended',
    })
    expect(told(before, given)).toEqual({
      [`${login} Job`]: 'keep',
      [`${login} PersistentVolumeClaim`]: 'keep',
      [`${login} ConfigMap`]: 'keep',
    })
    expect(told({ 'bob/x': [job('bob-x')] }, given)).toMatchObject({
      [`${login} Job`]: 'stop',
      [`${login} PersistentVolumeClaim`]: 'release',
      [`${login} ConfigMap`]: 'delete',
    })
  })
  test('blocks nobody', () => {
    const held: RunRecord = {
      run: 1,
      phase: 'held',
      digest: '',
      commit,
      demand: { gpus: 4, byResource: {} },
      ticket: [0, 'a', 0],
      heldSince: '2026-11-01T00:00:00Z',
    }
    expect(
      told(
        { 'sue/x': [job('sue-x', { gpus: 4 })], 'bob/x': [job('bob-x', { gpus: 1 })] },
        { records: { sue: { 'Job/sue-x': held } } },
      ),
    ).toEqual({ 'sue Job': 'hold suspended', 'bob Job': 'launch' })
  })
})

describe('one name from two members', () => {
  const both = { 'ann/lee-x': [job('ann-lee-x')], 'ann-lee/x': [job('ann-lee-x')] }

  test('nobody has it: both are refused', () => {
    expect(told(both)).toEqual({ 'ann Job': 'refuse name-taken', 'ann-lee Job': 'refuse name-taken' })
  })
  test('who has the record keeps it', () => {
    expect(told(both, applied({ 'ann/lee-x': [job('ann-lee-x')] }))).toEqual({
      'ann Job': 'keep',
      'ann-lee Job': 'refuse name-taken',
    })
  })
  test('until it is forgotten', () => {
    expect(told({ 'ann-lee/x': [job('ann-lee-x')] }, applied({ 'ann/lee-x': [job('ann-lee-x')] }))).toEqual({
      'ann Job': 'stop',
      'ann-lee Job': 'refuse name-taken',
    })
  })
  test('whose disk it is, mounts it', () => {
    const disk = claim('ann-lee-d')
    const asked = { 'ann/x': [job('ann-x', { run: 2, disks: ['ann-lee-d'] }), disk], 'ann-lee/x': [disk] }
    expect(told(asked, applied({ 'ann/x': [job('ann-x', { disks: ['ann-lee-d'] }), disk] }))).toEqual({
      'ann Job': 'replace',
      'ann PersistentVolumeClaim': 'keep',
      'ann-lee PersistentVolumeClaim': 'refuse name-taken',
    })
  })
  test('the other is told who has it', () => {
    const { steps } = plan(desired(both), applied({ 'ann/lee-x': [job('ann-lee-x')] }), lab(), clock)
    expect(steps[1]?.args).toMatchObject({ by: 'ann' })
  })
})

const heard = (before: Requests, after: Requests, verdict: Verdict, key: Key) =>
  told(after, applied(before), { verdicts: new Map([[key, verdict]]) })

describe('what the server said', () => {
  const no: Verdict = { says: 'refuse', refusal: 'rejected', args: {}, message: 'no' }

  test('no: the object stays as it is', () => {
    const step = plan(
      desired({ 'alice/x': [job('alice-x', { run: 2 })] }),
      applied({ 'alice/x': [job('alice-x')] }),
      lab(),
      clock,
      { verdicts: new Map([['Job/alice-x', no]]) },
    ).steps[0]
    expect(step).toMatchObject({ operation: 'refuse', refusal: 'rejected', args: { message: 'no' } })
    expect(step?.after).toEqual(step?.before)
    expect(step?.uid).toBeUndefined()
  })
  test('as a new object only', () => {
    expect(
      heard(
        { 'alice/x': [configMap('alice-c')] },
        { 'alice/x': [configMap('alice-c', { a: '2' })] },
        { says: 'replace' },
        'ConfigMap/alice-c',
      ),
    ).toEqual({ 'alice ConfigMap': 'replace' })
  })
  test('it fits', () => {
    expect(heard({}, { 'alice/x': [job('alice-x')] }, { says: 'fits' }, 'Job/alice-x')).toEqual({
      'alice Job': 'launch',
    })
  })
  test('about what is not asked any more counts for nothing', () => {
    expect(heard({ 'alice/x': [job('alice-x')] }, { 'alice/x': [job('alice-x')] }, no, 'Job/alice-x')).toEqual({
      'alice Job': 'keep',
    })
  })
})

describe('a memory that is full', () => {
  const many = Object.fromEntries(
    Array.from({ length: 9000 }, (_, index) => [`ConfigMap/alice-${index}`, { phase: 'kept', digest: 'd'.repeat(64) }]),
  ) as Record<Key, StandingRecord>
  const given = { records: { alice: many } }
  const find = (requests: Requests, key: Key) =>
    plan(desired(requests), world(given), lab(), clock).steps.find((step) => step.key === key)

  test('takes nothing new', () => {
    expect(find({ 'alice/x': [job('alice-x')] }, 'Job/alice-x')).toMatchObject({
      operation: 'refuse',
      refusal: 'memory-full',
    })
  })
  test('and goes on with what it knows', () => {
    expect(said(find({ 'alice/x': [job('alice-x')] }, 'ConfigMap/alice-1'))).toBe('forget → dropped')
  })
  test("stands in nobody else's way", () => {
    expect(said(find({ 'bob/x': [job('bob-x')] }, 'Job/bob-x'))).toBe('launch → opened 1')
  })
})

test('nothing is decided about objects without our mark, and about marks of another lab', () => {
  const other = live(job('alice-x'))
  const given = {
    objects: [
      live(job('bob-x'), { owner: null }),
      { ...other, marks: { lab: 'other', key: other.key, owner: 'alice', run: 1 } },
    ],
  }
  expect(told({ 'carol/x': [job('carol-x')] }, given)).toEqual({ 'carol Job': 'launch' })
})

test('an object that another member remembers is not taken for its mark', () => {
  const record: RunRecord = {
    run: 1,
    phase: 'accepted',
    uid: 'u',
    digest: wanted('bob', job('bob-x')).digest,
    commit,
    demand: { gpus: 0, byResource: {} },
  }
  const given: WorldOptions = {
    records: { bob: { 'Job/bob-x': record } },
    objects: [live(job('bob-x'), { uid: 'u', owner: 'alice', closed: true })],
  }
  const wish: Desired = desired({ 'bob/x': [job('bob-x')] })
  expect(plan(wish, world(given), lab(), clock).steps.map((step) => [step.member, step.operation, step.uid])).toEqual([
    ['bob', 'launch', 'u'],
  ])
})
