import { describe, expect, test } from 'vitest'
import { claim, clock, configMap, desired, job, lab, live, pod, world } from '../plan.fixture.ts'
import { plan } from '../plan.ts'
import { supposed } from '../supposed.ts'
import { after } from '../time.ts'
import type { PlanOptions } from '../view-of.ts'
import type { Desired } from '../../model/desired.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Lock, Plan } from '../../model/plan.ts'
import type { World } from '../../model/world.ts'

const sessions = (count: number): readonly Manifest[] =>
  Array.from({ length: count }, (_, index) => pod(`alice-${index}`))
const applied = (before: Desired) => supposed(before, { lab: lab(), clock, runs: 'live' })
const alone = desired({ 'alice/x': [job('alice-x')], 'bob/x': [job('bob-x'), claim('bob-d'), configMap('bob-c')] })

function planned(wish: Desired, given: World, options: PlanOptions = {}, at = clock): Plan {
  return plan(wish, given, lab(), at, options)
}

const locks = ({ locks: found }: Plan) =>
  found.map(({ lock, scope, member }) => [lock, scope, member].filter(Boolean).join(' '))

/** `apply.md` 7, one row a lock. */
describe('the lab is locked', () => {
  test('if nothing at all is desired while memories list live objects', () => {
    const made = planned(desired({}), applied(alone))
    expect(locks(made)).toEqual(['nothing-desired lab'])
    expect(made.ledger).toBeUndefined()
  })
  test('not if there is nothing live', () => {
    expect(locks(planned(desired({}), world({ records: { alice: {} } })))).toEqual([])
  })
  test.each<[string, number, number, PlanOptions, readonly string[]]>([
    ['five losses are nobody’s mistake', 6, 1, {}, []],
    ['six are', 7, 1, {}, ['many-losses lab']],
    ['unless their number was said', 7, 1, { prune: 6 }, []],
    ['not another one', 7, 1, { prune: 7 }, ['many-losses lab']],
    ['a fifth of what is live', 50, 40, {}, []],
    ['and no more', 50, 39, {}, ['many-losses lab']],
  ])('%s', (_, before, then, options, expected) => {
    const given = applied(desired({ 'alice/x': sessions(before) }))
    expect(locks(planned(desired({ 'alice/x': sessions(then) }), given, options))).toEqual(expected)
  })
  test('raised numbers of live runs are losses too, disks released and objects deleted; runs that are over are none', () => {
    const things = [0, 1].flatMap((index) => [
      pod(`alice-p${index}`),
      claim(`alice-d${index}`),
      configMap(`alice-c${index}`),
    ])
    const raised = [pod('alice-p0', { run: 2 }), pod('alice-p1', { run: 2 })]
    const [before, then] = [desired({ 'alice/x': things }), desired({ 'alice/x': raised })]
    const evidence = (runs: 'live' | 'over') =>
      plan(then, supposed(before, { lab: lab(), clock, runs }), lab(), clock).locks.map(({ args }) => args)
    expect(evidence('live')).toEqual([{ losses: 6, limit: 5, live: 6 }])
    expect(evidence('over')).toEqual([])
  })
  test('clearing what is over is no loss', () => {
    const given = applied(desired({ 'alice/x': sessions(9) }))
    const objects = given.objects.map((object) => ({
      ...object,
      manifest: { ...object.manifest, status: { phase: 'Succeeded' } },
    }))
    const made = planned(desired({ 'alice/x': sessions(1) }), { ...given, objects })
    expect([locks(made), made.steps.filter(({ operation }) => operation === 'stop').length]).toEqual([[], 8])
  })
  test('if a list failed: nothing can be told', () => {
    const made = planned(alone, { ...applied(alone), unread: ['Pod'] })
    expect(locks(made)).toEqual(['unread-lists lab'])
    expect(made.steps).toEqual([])
  })
  test('by a ledger of a newer commit, unless history was rewritten', () => {
    const given = applied(desired({ 'alice/x': [job('alice-x')] }, { height: 11, commit: 'd'.repeat(40) }))
    const wish = desired({ 'alice/x': [job('alice-x')] }, { height: 10 })
    expect(locks(planned(wish, given))).toEqual(['older-commit lab'])
    const accepted = planned(wish, given, { acceptHistory: true })
    expect([locks(accepted), accepted.ledger?.height]).toEqual([[], 10])
  })
  test('by that alone: what an older commit does not ask for is no loss', () => {
    const given = applied(desired({ 'alice/x': sessions(9) }, { height: 11 }))
    expect(locks(planned(desired({ 'alice/x': sessions(1) }, { height: 10 }), given))).toEqual(['older-commit lab'])
  })
  test('by what was found elsewhere', () => {
    const broken: Lock = { lock: 'broken-house', scope: 'lab', args: {} }
    expect(locks(planned(alone, applied(alone), { locks: [broken] }))).toEqual(['broken-house lab'])
  })
})

describe('the ledger', () => {
  const none: World = { ...world(), ledger: { state: 'absent' } }

  test.each<[string, World, PlanOptions, readonly string[]]>([
    ['missing', none, {}, ['ledger lab']],
    ['unreadable', { ...none, ledger: { state: 'unreadable', why: 'not-json', version: '1' } }, {}, ['ledger lab']],
    ['made once', none, { init: true }, []],
    [
      'not where a memory exists',
      { ...world({ records: { alice: {} } }), ledger: { state: 'absent' } },
      { init: true },
      ['ledger lab'],
    ],
    ['not where an object has our mark', { ...none, objects: [live(job('alice-x'))] }, { init: true }, ['ledger lab']],
  ])('%s', (_, given, options, expected) => {
    expect(locks(planned(alone, given, options))).toEqual(expected)
  })
  test('is in the first plan', () => {
    expect(planned(alone, none, { init: true }).ledger).toMatchObject({ height: 10, members: ['alice', 'bob'] })
  })
})

describe('one member is frozen, the others go on', () => {
  const given = applied(alone)
  const wish = desired(
    {
      'alice/x': [job('alice-x', { run: 2 })],
      'bob/x': [job('bob-x', { run: 2 }), claim('bob-d'), configMap('bob-c')],
    },
    { broken: ['bob'] },
  )
  const damaged = (reading: object): World => ({
    ...given,
    inventories: new Map([...given.inventories, ['bob', reading as never]]),
  })

  test.each<[string, Desired, World, string]>([
    ['by an error in a file', wish, given, 'broken-files member bob'],
    [
      'by a memory that is missing though listed',
      { ...wish, broken: [] },
      damaged({ state: 'absent' }),
      'inventory member bob',
    ],
    [
      'by one that is damaged',
      { ...wish, broken: [] },
      damaged({ state: 'unreadable', why: 'wrong-sum', version: '1' }),
      'inventory member bob',
    ],
    [
      'by one that nobody lists',
      { ...wish, broken: [] },
      damaged({ state: 'unreadable', why: 'other-lab', version: '1' }),
      'inventory member bob',
    ],
  ])('%s', (_, asked, found, lock) => {
    const made = planned(asked, found)
    expect(locks(made)).toEqual([lock])
    expect(made.steps.map(({ member, operation }) => [member, operation])).toEqual([['alice', 'replace']])
  })
  test('whose requests cannot be read is not told to have removed them', () => {
    expect(locks(planned(desired({ 'alice/x': [job('alice-x')] }, { broken: ['bob'] }), given))).toEqual([
      'broken-files member bob',
    ])
  })
  test('a new member has no memory yet', () => {
    const made = planned(
      desired({
        'alice/x': [job('alice-x')],
        'bob/x': [job('bob-x'), claim('bob-d'), configMap('bob-c')],
        'carol/x': [job('carol-x')],
      }),
      given,
    )
    expect([locks(made), made.ledger?.members]).toEqual([[], ['alice', 'bob', 'carol']])
  })
})

test.each([
  [0, []],
  [1 / 6, []],
  [0.2, ['clock clock']],
])('a clock %f hours behind the ledger', (hours, expected) => {
  const given = applied(alone)
  expect(locks(planned(alone, given, {}, after(clock, -hours)))).toEqual(expected)
})
