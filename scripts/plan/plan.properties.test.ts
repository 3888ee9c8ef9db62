import { assert, property, shuffledSubarray, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { carriedOut, writes } from './carried-out.fixture.ts'
import { inUse } from './queue/in-use.ts'
import { unfinishedPods } from '../model/unfinished-pods.ts'
import { clock, lab } from './plan.fixture.ts'
import { plan } from './plan.ts'
import { situation, type Situation } from './worlds.fixture.ts'
import { natureOf } from '../model/object-key.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { World } from '../model/world.ts'

const runs = { numRuns: 150 }
const planned = ({ desired, world }: Situation): Plan => plan(desired, world, lab(), clock)
const holds = (check: (given: Situation, made: Plan) => void) =>
  assert(
    property(situation, (given) => check(given, planned(given))),
    runs,
  )

test('I12: the plan is the same for any order of what was read', () => {
  const both: Arbitrary<readonly [Situation, Situation]> = situation.chain((given) =>
    shuffled(given).map((other) => [given, other] as const),
  )
  assert(
    property(both, ([given, other]) => {
      expect(planned(other)).toEqual(planned(given))
    }),
    runs,
  )
})

function mixed<T>(items: readonly T[]): Arbitrary<T[]> {
  return shuffledSubarray([...items], { minLength: items.length })
}

function shuffled({ desired, world }: Situation): Arbitrary<Situation> {
  return mixed(desired.wanted).chain((wanted) =>
    mixed(world.objects).chain((objects) =>
      mixed([...world.inventories]).map((inventories) => ({
        desired: { ...desired, wanted },
        world: { ...world, objects, inventories: new Map(inventories) },
      })),
    ),
  )
}

test('I8: admission lifts no total above its limit', () => {
  holds(({ world }, { steps, lab: use, members }) => {
    const launching = new Set(steps.filter(isAdmitted).map(({ member }) => member))
    const held = inUse(world, 'lab', unfinishedPods(world.objects))
    const othersStop = steps.filter(({ operation, member }) => operation === 'stop' && !launching.has(member))
    const notFreed = othersStop.reduce(
      (sum, { key, note }) => sum + (note === 'going' ? 0 : (held.get(key)?.demand.gpus ?? 0)),
      0,
    )
    expect(use.after.gpus + notFreed).toBeLessThanOrEqual(Math.max(use.limit, use.now.gpus))
    for (const own of Object.values(members))
      expect(own.after.gpus).toBeLessThanOrEqual(Math.max(own.limit, own.now.gpus))
  })
})

function isAdmitted({ operation, wanted }: Step): boolean {
  return ['launch', 'replace', 'create', 'update'].includes(operation) && wanted !== undefined && wanted.demand.gpus > 0
}

test('I9: once a plan is carried out, and what it waited for too, nothing is written', () => {
  holds(({ desired, world }) => {
    let [now, steps]: readonly [World, readonly Step[]] = [world, []]
    for (let round = 0; round < 5; round++) {
      const next = plan(desired, now, lab(), clock)
      now = carriedOut(now, next, round)
      steps = next.steps.filter(writes)
    }
    expect(steps).toEqual([])
    expect(plan(desired, now, lab(), clock).ledger).toBeUndefined()
  })
})

test('I1: no disk is ever stopped, deleted, replaced or shrunk', () => {
  holds((_, { steps }) => {
    const claims = steps.filter(({ key }) => natureOf(key) === 'claim').map(({ operation }) => operation)
    expect(claims.filter((operation) => ['stop', 'delete', 'replace', 'launch'].includes(operation))).toEqual([])
  })
})

test('law 1: what changes or ends something names its UID, and what makes something only makes', () => {
  holds(({ world }, { steps }) => {
    const uids = new Map(world.objects.map(({ key, uid }) => [key, uid]))
    for (const { operation, note, key, uid } of steps) {
      const changes = ['update', 'replace', 'stop', 'delete', 'release', 'retire', 'adopt'].includes(operation)
      const expected = changes && note !== 'going' ? uids.get(key) : operation === 'launch' ? uid : undefined
      expect(['record', 'launch'].includes(operation) ? (expected ?? undefined) : uid).toBe(expected)
    }
  })
})

test('law 4: a run starts again only under a higher number', () => {
  holds((_, { steps }) => {
    const starts = steps.filter(
      ({ operation, key }) => ['launch', 'replace'].includes(operation) && natureOf(key) === 'run',
    )
    for (const { before, after, wanted } of starts) {
      const wasLaunched = before !== undefined && 'run' in before && ['opened', 'ended'].includes(before.phase)
      expect(after).toMatchObject({ phase: 'opened' })
      expect(wasLaunched ? (wanted?.run ?? 0) : 1).toBeGreaterThan(wasLaunched ? before.run : 0)
    }
  })
})

test("I11: nobody's step waits for another member's", () => {
  holds(({ world }, { steps }) => {
    const there = new Map(world.objects.filter(({ deleting }) => !deleting).map((object) => [object.key, object]))
    for (const { member, waits = [], operation, wanted } of steps) {
      const own = steps.filter((step) => step.member === member)
      const needs = ['launch', 'replace'].includes(operation)
        ? (wanted?.needs ?? []).filter(({ key }) => !there.has(key))
        : []
      const missing = [
        ...waits.filter((key) => !own.some((step) => step.key === key && ['stop', 'delete'].includes(step.operation))),
        ...needs
          .map(({ key }) => key)
          .filter((key) => !own.some((step) => step.key === key && ['create', 'replace'].includes(step.operation))),
      ]
      expect(missing).toEqual([])
    }
  })
})

function withoutBob({ steps }: Plan): readonly Step[] {
  return steps.filter(({ member }) => member !== 'bob')
}

test('I11: what one member did changes no step of another, but for room in the lab', () => {
  holds(({ desired, world }) => {
    const roomy = lab({ caps: { ...lab().caps, lab: { ...lab().caps.lab, gpus: 1000 } } })
    const without = {
      ...world,
      objects: world.objects.filter((object) => !object.key.includes('/bob-')),
      inventories: new Map([...world.inventories].filter(([login]) => login !== 'bob')),
    }
    const wanted = desired.wanted.filter(({ owner }) => owner !== 'bob')
    expect(withoutBob(plan({ ...desired, wanted }, without, roomy, clock))).toEqual(
      withoutBob(plan(desired, world, roomy, clock)),
    )
  })
})

test('a stop comes before what waits for it', () => {
  holds((_, { steps }) => {
    for (const [index, { member, waits = [] }] of steps.entries()) {
      const places = waits.map((key) => steps.findIndex((step) => step.member === member && step.key === key))
      expect(places.filter((place) => place > index)).toEqual([])
    }
  })
})
