import { describe, expect, test } from 'vitest'
import { claimTable } from './claim-table.ts'
import { claim, desired, lab, live, pod, world } from '../plan.fixture.ts'
import { said, stepAbout } from '../said.fixture.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { ClaimRecord } from '../../model/memory.ts'
import type { Key } from '../../model/object-key.ts'
import type { LiveObject } from '../../model/world.ts'

const key: Key = 'PersistentVolumeClaim/alice-data'
const uid = '0b0b0b0b-0000-4000-8000-000000000000'

/** Written down once more from `apply.md` 3, by outcome; `x` cannot be. */
const states = ['absent', 'pending', 'bound', 'lost', 'deleting', 'foreign', 'other UID'] as const
const x = undefined
const released = 'release → released'
const vanished = 'refuse vanished'
const otherUid = 'refuse other-uid'
const forgotten = 'forget (not-ours) → dropped'
const gone = (refusal: string) => `${refusal} → dropped`
const expected: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'none, absent': ['nothing', released, released, released, 'keep', 'nothing', x],
  'none, present': [
    'create → kept',
    'adopt → kept',
    'adopt → kept',
    'refuse lost',
    'refuse terminating',
    'refuse name-taken',
    x,
  ],
  'intended, absent': ['forget → dropped', released, released, released, released, forgotten, x],
  'intended, present': [
    'create → kept',
    'record → kept',
    'record → kept',
    'refuse lost',
    'refuse terminating',
    'refuse name-taken',
    x,
  ],
  'kept, absent': [gone(vanished), released, released, released, released, gone(vanished), gone(otherUid)],
  'kept, same': [vanished, 'keep', 'keep', 'refuse lost', 'refuse terminating', vanished, otherUid],
  'kept, larger': [vanished, 'refuse unbound', 'update', 'refuse lost', 'refuse terminating', vanished, otherUid],
  'kept, smaller': [vanished, 'refuse spec', 'refuse spec', 'refuse lost', 'refuse terminating', vanished, otherUid],
  'kept, other class': [
    vanished,
    'refuse spec',
    'refuse spec',
    'refuse lost',
    'refuse terminating',
    vanished,
    otherUid,
  ],
  'kept, other mode': [vanished, 'refuse spec', 'refuse spec', 'refuse lost', 'refuse terminating', vanished, otherUid],
  'kept, higher': [
    'create → kept',
    'refuse exists',
    'refuse exists',
    'refuse exists',
    'hold terminating',
    'refuse name-taken',
    otherUid,
  ],
  'released, absent': [gone(vanished), 'keep', 'keep', 'keep', 'keep', gone(vanished), gone(otherUid)],
  'released, present': [
    vanished,
    'adopt → kept',
    'adopt → kept',
    'refuse lost',
    'refuse terminating',
    vanished,
    otherUid,
  ],
  'released, retired': [
    'forget → dropped',
    'retire → retiring',
    'retire → retiring',
    'retire → retiring',
    'retire (going)',
    otherUid,
    otherUid,
  ],
  'retiring, retired': ['forget → dropped', 'retire', 'retire', 'retire', 'retire (going)', otherUid, otherUid],
}

const texts: Readonly<Record<string, Manifest>> = {
  present: claim('alice-data', '10Gi'),
  same: claim('alice-data', '10240Mi'),
  larger: claim('alice-data', '20Gi'),
  smaller: claim('alice-data', '5Gi'),
  'other class': claim('alice-data', '10Gi', { class: 'rook-ceph-block' }),
  'other mode': claim('alice-data', '10Gi', { mode: 'ReadWriteOnce' }),
  higher: claim('alice-data', '10Gi', { incarnation: 2 }),
}

const rows = Object.entries(expected).flatMap(([row, cells]) =>
  states.flatMap((state, index) => (cells[index] === undefined ? [] : [[row, state, cells[index]] as const])),
)

test.each(rows)('%s, %s: %s', (row, state, cell) => {
  const [memory = '', wish = ''] = row.split(', ')
  expect(said(about(memory, state, { wish, retired: wish === 'retired' }))).toBe(cell)
})

test('every cell of the table of claims has its row here', () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    'other class or mode': ['other class', 'other mode'],
    'higher incarnation': ['higher'],
  }
  const missing = claimTable.places.flatMap(({ inventory, desired: wish, live: state, cell }) =>
    (names[wish] ?? [wish]).flatMap((name) => {
      const known = expected[`${inventory}, ${name}`]?.[states.indexOf(state as (typeof states)[number])]
      return (known === undefined) === (cell === '–') ? [] : [`${inventory}, ${name}, ${state}`]
    }),
  )
  expect(missing).toEqual([])
})

interface About {
  readonly wish: string
  readonly retired?: boolean
  readonly on?: string
  readonly since?: string
  readonly order?: string
  readonly others?: readonly LiveObject[]
  readonly record?: Partial<ClaimRecord>
  readonly live?: LiveObject
  readonly at?: string
}

function about(
  memory: string,
  state: (typeof states)[number],
  {
    wish,
    retired = false,
    on = '2026-11-20',
    since = '2026-11-01T00:00:00Z',
    order = uid,
    others = [],
    record = {},
    live: given,
    at = '2026-11-24T12:00:00Z',
  }: About,
) {
  const text = texts[wish]
  const object = given ?? objectIn(state)
  const remembered: ClaimRecord = {
    phase: memory as ClaimRecord['phase'],
    ...(memory !== 'intended' && { uid }),
    incarnation: 1,
    storage: '10Gi',
    class: 'rook-cephfs',
    modes: ['ReadWriteMany'],
    since,
    ...record,
  }
  return stepAbout(
    key,
    desired({ 'alice/x': [text ?? claim('alice-other')] }),
    world({
      records: { alice: memory === 'none' ? {} : { [key]: remembered } },
      objects: [...(object ? [object] : []), ...others],
    }),
    { at, lab: lab({ retirements: retired ? [{ claim: 'alice-data', uid: order, on }] : [] }) },
  )
}

function objectIn(state: (typeof states)[number]): LiveObject | undefined {
  const text = claim('alice-data', '10Gi')
  const phase = (name: string) => live(text, { uid, status: { phase: name, capacity: { storage: '10Gi' } } })
  const objects: Readonly<Record<string, LiveObject>> = {
    pending: phase('Pending'),
    bound: phase('Bound'),
    lost: phase('Lost'),
    deleting: live(text, { uid, deleting: true }),
    foreign: live(text, { uid: 'stranger', owner: null }),
    'other UID': live(text, { uid: 'other' }),
  }
  return objects[state]
}

describe('a retirement', () => {
  const mounting = live(pod('bob-x', { disks: ['alice-data'] }), { owner: null })
  const over = live(pod('bob-x', { disks: ['alice-data'] }), { owner: null, status: { phase: 'Succeeded' } })
  const gated = live(pod('alice-x', { disks: ['alice-data'] }), { closed: true })

  test.each<[string, Omit<About, 'wish' | 'retired'>, string]>([
    ['is carried out on its day', { on: '2026-11-24' }, 'retire → retiring'],
    ['not before', { on: '2026-11-25' }, 'keep'],
    ['not within a week of the release', { since: '2026-11-18T00:00:00Z' }, 'keep'],
    ['of another incarnation', { order: '00000000-0000-4000-8000-000000000000' }, otherUid],
    ['under a pod of anybody', { others: [mounting] }, 'refuse mounted'],
    ['under a pod that has not started', { others: [gated] }, 'refuse mounted'],
    ['not under one that is over', { others: [over] }, 'retire → retiring'],
  ])('%s', (_, more, cell) => {
    expect(said(about('released', 'bound', { wish: 'retired', retired: true, ...more }))).toBe(cell)
  })

  test('of a disk that is asked for again', () => {
    expect(said(about('released', 'bound', { wish: 'present', retired: true }))).toBe('refuse still-requested')
    expect(said(about('retiring', 'bound', { wish: 'present', retired: true }))).toBe('refuse still-requested')
  })
  test('that was begun goes on', () => {
    expect(said(about('retiring', 'bound', { wish: 'retired', retired: true, since: '2026-11-24T11:59:00Z' }))).toBe(
      'retire',
    )
  })
  test('of a disk that was never released says nothing', () => {
    expect(said(about('kept', 'bound', { wish: 'same', retired: true }))).toBe('keep')
  })
  test('that was called off leaves a released disk, which can be taken back', () => {
    expect(said(about('retiring', 'bound', { wish: 'absent' }))).toBe('record → released')
    expect(said(about('retiring', 'bound', { wish: 'present' }))).toBe('adopt → kept')
  })
  test('waits for a clock that can be trusted', () => {
    expect(said(about('released', 'bound', { wish: 'retired', retired: true, at: '2026-11-24T11:00:00Z' }))).toBe(
      'keep',
    )
  })
})

const grown = (storage: string, capacity = storage) =>
  live(claim('alice-data', storage), { uid, status: { phase: 'Bound', capacity: { storage: capacity } } })

describe('growth', () => {
  test('is a patch of the size alone, by UID, and not remembered before it is seen', () => {
    const step = about('kept', 'bound', { wish: 'larger' })
    expect(step).toMatchObject({
      uid,
      patch: { spec: { resources: { requests: { storage: '20Gi' } } } },
      args: { from: '10Gi', to: '20Gi' },
    })
    expect(step?.after).toEqual(step?.before)
  })
  test('that was seen is remembered', () => {
    expect(about('kept', 'bound', { wish: 'larger', live: grown('20Gi') })?.after).toMatchObject({ storage: '20Gi' })
  })
  test('below what somebody made it meanwhile is refused', () => {
    expect(said(about('kept', 'bound', { wish: 'larger', live: grown('30Gi') }))).toBe('refuse spec')
    expect(said(about('kept', 'bound', { wish: 'larger', live: grown('10Gi', '40Gi') }))).toBe('refuse spec')
  })
})

const adoption = (object: LiveObject, wish = 'present') =>
  stepAbout(key, desired({ 'alice/x': [texts[wish] ?? claim('alice-data')] }), world({ objects: [object] }), {
    lab: lab({ adoptions: [{ kind: 'PersistentVolumeClaim', name: 'alice-data', uid: 'stranger' }] }),
  })

describe('a stranger under the name', () => {
  const stranger = live(claim('alice-data', '10Gi'), { uid: 'stranger', owner: null, status: { phase: 'Bound' } })

  test.each([
    ['is adopted where lab.config.ts names it', stranger, 'present', 'adopt → kept'],
    ['to be grown later', stranger, 'larger', 'adopt → kept'],
    ['not if it is larger', stranger, 'smaller', 'refuse spec'],
    ['not in another class', stranger, 'other class', 'refuse spec'],
    ['not under another UID', { ...stranger, uid: 'other' }, 'present', 'refuse name-taken'],
  ])('%s', (_, object, wish, cell) => {
    expect(said(adoption(object, wish))).toBe(cell)
  })
})

test('a lower incarnation is refused', () => {
  expect(said(about('kept', 'bound', { wish: 'same', record: { incarnation: 2 } }))).toBe('refuse run-behind')
})
test('a new incarnation is remembered as such', () => {
  expect(about('kept', 'absent', { wish: 'higher' })?.after).toMatchObject({ phase: 'kept', incarnation: 2 })
})
