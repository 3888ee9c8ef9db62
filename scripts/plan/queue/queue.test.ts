import { describe, expect, test } from 'vitest'
import { fixedDigest } from '../tables/fixed-digest.ts'
import {
  clock,
  commit,
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
import type { Desired } from '../../model/desired.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Admission, GpuDemand, RunRecord, Ticket } from '../../model/memory.ts'
import { keyOf, type Key } from '../../model/object-key.ts'
import type { Verdict } from '../../model/verdict.ts'
import { after } from '../time.ts'

const gpus = (count: number): GpuDemand => ({ gpus: count, byResource: count === 0 ? {} : { 'nvidia.com/gpu': count } })

function record(phase: RunRecord['phase'], manifest: Manifest, more: Partial<RunRecord> = {}): Record<Key, RunRecord> {
  const { run, digest, demand } = wanted('alice', manifest)
  const uid = phase === 'opened' || phase === 'accepted' ? { uid: `uid-${keyOf(manifest)}` } : {}
  return { [keyOf(manifest)]: { run, phase, ...uid, digest, fixed: fixedDigest(manifest), commit, demand, ...more } }
}

const held = (manifest: Manifest, hours: number, ticket: Ticket = [1, 'x', 0]) =>
  record('held', manifest, { ticket, heldSince: after(clock, -hours) })

/** Each launch and hold of a plan in few words; the lab has 8 GPUs, a member 4. */
function told(
  wish: Desired,
  given: WorldOptions = {},
  verdicts: readonly (readonly [Key, Verdict])[] = [],
): Readonly<Record<string, string>> {
  const { steps } = plan(wish, world(given), lab({ caps }), clock, { verdicts: new Map(verdicts) })
  return Object.fromEntries(steps.map((step) => [step.key.replace(/^.*\//, ''), said(step).split(' → ')[0] ?? '']))
}

const caps = lab().caps
const running = (manifest: Manifest, owner = 'alice') => live(manifest, { owner })
const inUse = (count: number) => ({ objects: [live(pod('stranger', { gpus: count }), { owner: null })] })

describe('a kind of card with a cap of its own', () => {
  const cards = { ...lab().caps, classes: { 'nvidia.com/gpu': 3 } }
  const words = (given: WorldOptions, wish: Desired) =>
    Object.fromEntries(
      plan(wish, world(given), lab({ caps: cards }), clock).steps.map((step) => [
        step.key,
        [step.operation, step.args],
      ]),
    )

  test('is a total like the lab’s, and told by its name', () => {
    const wish = desired({ 'alice/a': [job('alice-a', { gpus: 2 })], 'bob/b': [job('bob-b', { gpus: 2 })] })
    expect(words({}, wish)).toMatchObject({
      'Job/alice-a': ['launch', {}],
      'Job/bob-b': ['hold', { resource: 'nvidia.com/gpu', inUse: 2, limit: 3 }],
    })
  })

  test('counts what strangers hold, and lets go on what holds it already', () => {
    const own = job('alice-a', { gpus: 2 })
    const given = { records: { alice: record('opened', own) }, objects: [running(own), ...inUse(1).objects] }
    const wish = desired({ 'alice/a': [own], 'bob/b': [job('bob-b', { gpus: 1 })], 'carol/c': [job('carol-c')] })
    expect(words(given, wish)).toMatchObject({
      'Job/alice-a': ['keep', {}],
      'Job/bob-b': ['hold', { inUse: 3, limit: 3 }],
      'Job/carol-c': ['launch', {}],
    })
  })
})

describe('first come', () => {
  test('a place is height, then path, then export', () => {
    const requests = {
      'alice/b': [job('alice-b', { gpus: 4 })],
      'bob/a': [job('bob-a', { gpus: 4 })],
      'carol/c': [job('carol-c', { gpus: 2 }), job('carol-d', { gpus: 1 })],
    }
    expect(told(desired(requests, { heights: { bob: 3, carol: 2 } }))).toEqual({
      'alice-b': 'launch',
      'carol-c': 'launch',
      'carol-d': 'launch',
      'bob-a': 'hold lab-total',
    })
  })
  test('two who fit singly and not together', () => {
    const requests = {
      'alice/x': [job('alice-x', { gpus: 4 })],
      'bob/x': [job('bob-x', { gpus: 4 })],
      'carol/x': [job('carol-x', { gpus: 4 })],
    }
    expect(told(desired(requests))).toEqual({ 'alice-x': 'launch', 'bob-x': 'launch', 'carol-x': 'hold lab-total' })
  })
  test('a small one passes a big one', () => {
    const requests = { 'alice/x': [job('alice-x', { gpus: 4 })], 'bob/x': [job('bob-x', { gpus: 1 })] }
    expect(told(desired(requests, { heights: { bob: 2 } }), inUse(5))).toEqual({
      'alice-x': 'hold lab-total',
      'bob-x': 'launch',
    })
  })
  test('without GPUs nobody waits', () => {
    expect(told(desired({ 'alice/x': [job('alice-x')] }), inUse(9))).toEqual({ 'alice-x': 'launch' })
  })
})

describe('not for ever', () => {
  const requests = {
    'alice/x': [job('alice-x', { gpus: 4 })],
    'bob/x': [job('bob-x', { gpus: 1 })],
    'carol/x': [job('carol-x')],
  }
  const wish = desired(requests, { heights: { bob: 2, carol: 3 } })
  const about = (hours: number) =>
    told(wish, { ...inUse(5), records: { alice: held(job('alice-x', { gpus: 4 }), hours) } })

  test.each([
    [23, { 'alice-x': 'hold lab-total', 'bob-x': 'launch', 'carol-x': 'launch' }],
    [24, { 'alice-x': 'hold lab-total', 'bob-x': 'hold in-line', 'carol-x': 'launch' }],
  ])('after %i hours of waiting', (hours, expected) => {
    expect(about(hours)).toEqual(expected)
  })
  test('all wait behind the one who closed it', () => {
    const given = {
      ...inUse(5),
      records: { alice: held(job('alice-x', { gpus: 4 }), 48), bob: held(job('bob-x', { gpus: 1 }), 48, [2, 'x', 0]) },
    }
    const more = desired({ ...requests, 'carol/x': [job('carol-x', { gpus: 1 })] }, { heights: { bob: 2, carol: 3 } })
    const { steps } = plan(more, world(given), lab(), clock)
    expect(steps.map(({ args }) => args['behind'])).toEqual([undefined, 'Job/alice-x', 'Job/alice-x'])
  })
  test('an older one still starts', () => {
    const older = desired({ ...requests, 'bob/x': [job('bob-x', { gpus: 1 })] }, { heights: { alice: 2, carol: 3 } })
    const records = { alice: held(job('alice-x', { gpus: 4 }), 48, [2, 'x', 0]) }
    expect(told(older, { ...inUse(5), records })).toMatchObject({ 'bob-x': 'launch' })
  })
  test.each<[string, Verdict]>([
    ['whom the server refuses', { says: 'refuse', refusal: 'rejected', args: {}, message: 'no' }],
    ["whom the cluster's quota holds", { says: 'hold', hold: 'cluster-quota', message: 'exceeded quota' }],
  ])('one %s closes nothing', (_, verdict) => {
    const records = { alice: held(job('alice-x', { gpus: 4 }), 48) }
    expect(told(wish, { ...inUse(5), records }, [['Job/alice-x', verdict]])).toMatchObject({ 'bob-x': 'launch' })
  })
  test('one that waits for its own total closes nothing', () => {
    const own = live(pod('alice-own', { gpus: 2, labels: { 'lab/owner': 'alice' } }), { owner: null })
    expect(told(wish, { objects: [own], records: { alice: held(job('alice-x', { gpus: 4 }), 48) } })).toEqual({
      'alice-x': 'hold member-total',
      'bob-x': 'launch',
      'carol-x': 'launch',
    })
  })
  test('a clock behind the ledger closes nothing', () => {
    const records = { alice: held(job('alice-x', { gpus: 4 }), 48) }
    expect(told(wish, { ...inUse(5), records, ledger: { clock: after(clock, 1) } })).toMatchObject({
      'bob-x': 'launch',
    })
  })
})

const inLine = (asked: Manifest, before: Record<Key, RunRecord>) =>
  plan(
    desired({ 'alice/x': [asked] }, { heights: { alice: 9 } }),
    world({ ...inUse(8), records: { alice: before } }),
    lab(),
    clock,
  ).steps[0]

describe('a place in line', () => {
  const big = job('alice-x', { gpus: 4 })
  test('is frozen when it is first held, and since when is written down', () => {
    expect(inLine(big, {})).toMatchObject({
      hold: 'lab-total',
      after: { phase: 'held', run: 1, ticket: [9, 'users/alice/x.ts', 0], heldSince: clock },
    })
  })
  test('is written once', () => {
    const first = inLine(big, {})?.after
    expect(inLine(big, { 'Job/alice-x': first as RunRecord })?.after).toEqual(first)
  })
  test.each([
    ['an edit', job('alice-x', { gpus: 4, image: 'x:2' })],
    ['a higher number', job('alice-x', { gpus: 4, run: 2 })],
    ['asking for less', job('alice-x', { gpus: 2 })],
  ])('is kept by %s', (_, asked) => {
    expect(inLine(asked, held(big, 5))?.after).toMatchObject({
      phase: 'held',
      ticket: [1, 'x', 0],
      heldSince: after(clock, -5),
      run: wanted('alice', asked).run,
    })
  })
  test('is lost by asking for more', () => {
    expect(inLine(big, held(job('alice-x', { gpus: 2 }), 5))?.after).toMatchObject({
      ticket: [9, 'users/alice/x.ts', 0],
      heldSince: clock,
    })
  })
  test('of a next number stands beside the run that goes on', () => {
    const before = record('opened', job('alice-x', { gpus: 1 }))
    const given = { records: { alice: before }, objects: [running(job('alice-x', { gpus: 1 })), ...inUse(7).objects] }
    const [step] = plan(desired({ 'alice/x': [job('alice-x', { gpus: 4, run: 2 })] }), world(given), lab(), clock).steps
    expect(step).toMatchObject({
      hold: 'lab-total',
      after: { ...before['Job/alice-x'], asked: gpus(4), ticket: [1, 'users/alice/x.ts', 0], heldSince: clock },
    })
  })
  test('of what was begun and not admitted is an ordinary one again', () => {
    expect(inLine(big, record('intended', big))?.after).toMatchObject({ phase: 'held' })
    expect(inLine(big, record('intended', big, { previous: 'old' }))?.after).toMatchObject({
      phase: 'intended',
      previous: 'old',
      heldSince: clock,
    })
  })
  test('names what is in the way', () => {
    expect(inLine(big, {})?.args).toEqual({ asks: 4, adds: 4, inUse: 8, limit: 8, ahead: 0, endless: ['Pod/stranger'] })
  })
})

const usedIn = (given: WorldOptions) => plan(desired({}), world(given), lab(), clock).lab.now.gpus

const sweep = (options = {}) => job('alice-x', { gpus: 1, spec: { parallelism: 3 }, ...options })

const child = (name: string, more: object = {}) =>
  live(pod(name, { gpus: 1 }), {
    owner: null,
    owned: true,
    ownerReferences: [{ kind: 'Job', uid: 'uid-Job/alice-x' }],
    ...more,
  })

describe('in use', () => {
  test.each<[string, WorldOptions, number]>([
    [
      'a launched run holds what it declares',
      { records: { alice: record('opened', sweep()) }, objects: [running(sweep())] },
      3,
    ],
    [
      'and its pods are no more of it',
      { records: { alice: record('opened', sweep()) }, objects: [running(sweep()), child('a'), child('b')] },
      3,
    ],
    [
      'unless there are more',
      {
        records: { alice: record('opened', sweep()) },
        objects: [running(sweep()), ...['a', 'b', 'c', 'd'].map((name) => child(name, { deleting: true }))],
      },
      4,
    ],
    [
      'a run that was accepted and not opened',
      { records: { alice: record('accepted', sweep()) }, objects: [live(sweep(), { closed: true })] },
      3,
    ],
    ['one that was only begun holds nothing', { records: { alice: record('intended', sweep()) } }, 0],
    [
      'but if it was admitted',
      { records: { alice: record('intended', sweep()) }, ledger: { admitted: [admission(sweep())] } },
      3,
    ],
    [
      'not under another number',
      { records: { alice: record('intended', sweep({ run: 2 })) }, ledger: { admitted: [admission(sweep())] } },
      0,
    ],
    [
      'nor once it is remembered as held',
      { records: { alice: record('held', sweep()) }, ledger: { admitted: [admission(sweep())] } },
      0,
    ],
    [
      'nor twice',
      {
        records: { alice: record('opened', sweep()) },
        objects: [running(sweep())],
        ledger: { admitted: [admission(sweep())] },
      },
      3,
    ],
    ['one that is gone', { records: { alice: record('opened', sweep()) } }, 0],
    ['its pods, while they are there', { records: { alice: record('opened', sweep()) }, objects: [child('a')] }, 1],
    [
      'a Deployment, whoever made it',
      { objects: [live(deployment('x', { gpus: 1, spec: { replicas: 2 } }), { owner: null })] },
      2,
    ],
    ['pods that nobody requested', inUse(2), 2],
    ['terminating ones too', { objects: [live(pod('x', { gpus: 2 }), { owner: null, deleting: true })] }, 2],
    [
      'not those that are over',
      { objects: [live(pod('x', { gpus: 2 }), { owner: null, status: { phase: 'Failed' } })] },
      0,
    ],
    ['a run with our mark that no memory knows', { objects: [running(sweep())] }, 3],
  ])('%s', (_, given, count) => {
    expect(usedIn(given)).toBe(count)
  })

  test("a Deployment's own pods are no more of it", () => {
    const labels = { 'pod-template-hash': '7d' }
    const own = live(pod('x-7d-a', { gpus: 1, labels }), {
      owner: null,
      owned: true,
      ownerReferences: [{ kind: 'ReplicaSet', name: 'x-7d', uid: 'rs' }],
    })
    expect(usedIn({ objects: [live(deployment('x', { gpus: 1 }), { owner: null }), own] })).toBe(1)
  })
  test('of a member whose memory cannot be read counts on', () => {
    const given = world({ objects: [running(sweep())] })
    const inventories = new Map([['alice', { state: 'unreadable', why: 'not-json', version: '1' } as const]])
    expect(plan(desired({}), { ...given, inventories }, lab(), clock).lab.now.gpus).toBe(3)
  })
})

function admission(manifest: Manifest, member = 'alice'): Admission {
  const { key, run, demand } = wanted(member, manifest)
  return { key, member, run, demand }
}

describe('room', () => {
  const one = job('alice-x', { gpus: 4 })
  const open = { records: { alice: record('opened', one) }, objects: [running(one)] }

  test('a replacement counts the old run out', () => {
    expect(
      told(desired({ 'alice/x': [job('alice-x', { gpus: 4, run: 2 })] }), {
        ...open,
        objects: [...open.objects, ...inUse(4).objects],
      }),
    ).toEqual({ 'alice-x': 'replace' })
  })
  test('a replacement that does not grow goes on in a lab that is over its total', () => {
    expect(
      told(desired({ 'alice/x': [job('alice-x', { gpus: 3, run: 2 })] }), {
        ...open,
        objects: [...open.objects, ...inUse(9).objects],
      }),
    ).toEqual({ 'alice-x': 'replace' })
  })
  test('one that grows is held whole', () => {
    const small = job('alice-x', { gpus: 1 })
    const given = { records: { alice: record('opened', small) }, objects: [running(small), ...inUse(6).objects] }
    expect(told(desired({ 'alice/x': [job('alice-x', { gpus: 4, run: 2 })] }), given)).toEqual({
      'alice-x': 'hold lab-total',
    })
  })
  test('growth in place passes the line', () => {
    const small = job('alice-x', { gpus: 1 })
    const given = (used: number) => ({
      records: { alice: record('opened', small) },
      objects: [running(small), ...inUse(used).objects],
    })
    const wish = desired({ 'alice/x': [job('alice-x', { gpus: 1, spec: { parallelism: 3 } })] })
    expect(told(wish, given(5))).toEqual({ 'alice-x': 'update' })
    expect(told(wish, given(6))).toEqual({ 'alice-x': 'hold lab-total' })
  })
  test("what a member stops makes room for the same member's launches, which wait for it", () => {
    const { steps } = plan(
      desired({ 'alice/y': [job('alice-y', { gpus: 4 })] }),
      world({ ...open, objects: [...open.objects, ...inUse(4).objects] }),
      lab(),
      clock,
    )
    expect(steps.map((step) => [step.operation, step.key, step.waits])).toEqual([
      ['stop', 'Job/alice-x', undefined],
      ['launch', 'Job/alice-y', ['Job/alice-x']],
    ])
  })
  test("never for another's", () => {
    expect(
      told(desired({ 'bob/y': [job('bob-y', { gpus: 4 })] }), {
        ...open,
        objects: [...open.objects, ...inUse(4).objects],
      }),
    ).toEqual({ 'alice-x': 'stop', 'bob-y': 'hold lab-total' })
  })
  test('what goes already makes none', () => {
    const given = { ...open, objects: [live(one, { deleting: true }), ...inUse(4).objects] }
    expect(told(desired({ 'alice/y': [job('alice-y', { gpus: 4 })] }), given)).toEqual({
      'alice-x': 'stop (going)',
      'alice-y': 'hold member-total',
    })
  })
  test('a launch that was admitted before asks for no more room', () => {
    const given = { records: { alice: record('intended', one) }, ledger: { admitted: [admission(one)] }, ...inUse(4) }
    expect(told(desired({ 'alice/x': [one] }), given)).toEqual({ 'alice-x': 'launch' })
  })
  test('but if it asks for more than was admitted', () => {
    const given = {
      records: { alice: record('intended', job('alice-x', { gpus: 1 })) },
      ledger: { admitted: [admission(job('alice-x', { gpus: 1 }))] },
      ...inUse(5),
    }
    expect(told(desired({ 'alice/x': [one] }), given)).toEqual({ 'alice-x': 'hold lab-total' })
  })
  test('an accepted run is opened, whatever the lab uses', () => {
    const given = {
      records: { alice: record('accepted', one) },
      objects: [live(one, { closed: true }), ...inUse(8).objects],
    }
    expect(told(desired({ 'alice/x': [one] }), given)).toEqual({ 'alice-x': 'launch' })
  })
  test('its next number is not: the accepted object is gone, and with it its place', () => {
    const given = { records: { alice: record('accepted', one) }, ...inUse(5) }
    expect(told(desired({ 'alice/x': [job('alice-x', { gpus: 4, run: 2 })] }), given)).toEqual({
      'alice-x': 'hold lab-total',
    })
  })
  test('more than the whole lab is refused, and closes nothing', () => {
    const wish = desired({ 'alice/x': [job('alice-x', { gpus: 9 })], 'bob/x': [job('bob-x', { gpus: 4 })] })
    expect(told(wish)).toEqual({ 'alice-x': 'refuse never-fits', 'bob-x': 'launch' })
  })
  test("a total that an admin granted is the member's", () => {
    expect(told(desired({ 'alice/x': [job('alice-x', { gpus: 6 })] }))).toEqual({ 'alice-x': 'launch' })
  })
})

const ledgerOf = (asked: Desired, given: WorldOptions) => plan(asked, world(given), lab(), clock).ledger

describe('the ledger', () => {
  const wish = desired({ 'alice/x': [job('alice-x', { gpus: 2 })], 'bob/x': [job('bob-x')] })
  test('admits launches before anything is made, and lists new members', () => {
    expect(ledgerOf(wish, { records: { alice: {} } })).toEqual({
      version: 1,
      height: 10,
      head: commit,
      clock,
      members: ['alice', 'bob'],
      admitted: [{ key: 'Job/alice-x', member: 'alice', run: 1, demand: gpus(2) }],
    })
  })
  test('is not written for old entries alone', () => {
    const one = job('alice-x', { gpus: 2 })
    expect(
      ledgerOf(desired({ 'alice/x': [one] }), {
        records: { alice: record('opened', one) },
        objects: [running(one)],
        ledger: { admitted: [admission(one)] },
      }),
    ).toBeUndefined()
  })
  test('holds one entry a name', () => {
    const [small, large] = [job('alice-x', { gpus: 1 }), job('alice-x', { gpus: 3 })]
    const given = { records: { alice: record('intended', small) }, ledger: { admitted: [admission(small)] } }
    expect(ledgerOf(desired({ 'alice/x': [large] }), given)?.admitted).toEqual([admission(large)])
  })
  test('which go when it is written', () => {
    const one = job('alice-x', { gpus: 2 })
    const given = {
      records: { alice: record('opened', one) },
      objects: [running(one)],
      ledger: { admitted: [admission(one)], head: 'd', height: 9 },
    }
    expect(ledgerOf(desired({ 'alice/x': [one] }), given)).toMatchObject({ head: commit, height: 10, admitted: [] })
  })
  test('keeps an entry that counts, though nobody wants it', () => {
    const one = job('alice-x', { gpus: 2 })
    const given = {
      records: { alice: record('intended', one) },
      ledger: { admitted: [admission(one)], head: 'd', height: 9 },
    }
    expect(
      ledgerOf(desired({ 'alice/y': [job('alice-y', { gpus: 1 })] }), given)?.admitted.map(({ key }) => key),
    ).toEqual(['Job/alice-x', 'Job/alice-y'])
  })
})

test('the line is told from first to last, with since when', () => {
  const requests = { 'alice/x': [job('alice-x', { gpus: 4 })], 'bob/x': [job('bob-x', { gpus: 2 })] }
  const given = { ...inUse(8), records: { alice: held(job('alice-x', { gpus: 4 }), 30, [1, 'a', 0]) } }
  expect(plan(desired(requests), world(given), lab(), clock).line).toEqual([
    { key: 'Job/alice-x', ticket: [1, 'a', 0], since: after(clock, -30) },
    { key: 'Job/bob-x', ticket: [1, 'users/bob/x.ts', 0], since: clock },
  ])
})
