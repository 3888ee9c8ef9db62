import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { Desired } from '../../scripts/model/desired.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { appliedInWords } from '../stories/outcomes.ts'
import { named } from '../stories/laws.ts'
import { lineTo } from '../stories/recorded.ts'
import { atOnce, drawn } from './at-once.ts'
import { differences, othersTouched } from './differences.ts'
import { changes, disturbed, lies, type Fault } from './fault.ts'
import { after, later } from './scenario.ts'
import { applyTo, makeRole, newGround, resumed, settled, type Ground, type Verdict } from './trial.ts'

/**
 * One apply of three members, disturbed in every way at every request, each time in a namespace of its own on the real control plane.
 * Deaths are all tried; of the answers each request gets two, and every second request arrives late, as a seed will; `FAULTS_SEED`
 * gives another. `FAULTS=all` tries all.
 */
const isAll = process.env['FAULTS'] === 'all'
const seed = Number(process.env['FAULTS_SEED'] ?? 1)

vi.setConfig({ testTimeout: isAll ? 3_600_000 : 600_000 })

const cluster = await openCluster(inject('clusterFolder'))
const line = await lineTo(cluster)
const id = randomBytes(2).toString('hex')
let grounds = 0

const told = { faults: 0, missed: 0, violations: 0 }
afterAll(() => {
  const { faults, missed, violations } = told
  process.stdout.write(
    `seed ${isAll ? '–' : seed}: ${whole.count} requests; ${faults} faults (${missed} more met nothing), ${violations} violations\n`,
  )
})

let whole: {
  readonly count: number
  readonly words: readonly string[]
  readonly verdict: Verdict
}

function started(): Promise<Ground> {
  return newGround(cluster, line, `fault-${id}-${(grounds += 1)}`)
}

beforeAll(async () => {
  await makeRole(cluster)
  const ground = await started()
  const { between, count } = disturbed()
  const applied = await applyTo(ground, after, { between })
  const words = appliedInWords(applied)
  whole = { count: count(), words, verdict: await resumed(ground, after) }
})

test('the undisturbed apply does everything that there is to do, in sixty requests or more', () => {
  expect(whole.words).toMatchInlineSnapshot(`
    [
      "ann ConfigMap/ann-anew replaced: as written",
      "ann ConfigMap/ann-changed updated: as written",
      "ann ConfigMap/ann-deleted deleted: nothing there",
      "ann ConfigMap/ann-made created: as written",
      "ann Job/ann-raised replaced: open",
      "ann PersistentVolumeClaim/ann-made created: as written",
      "ann PersistentVolumeClaim/ann-released released: the disk stays",
      "ann Pod/ann-kept kept [queued]: as it was",
      "ann Pod/ann-made launched: open",
      "ann Pod/ann-removed stopped: nothing there",
      "bob ConfigMap/bob-changed updated: as written",
      "bob ConfigMap/bob-made created: as written",
      "bob Job/bob-large held lab-total: nothing there",
      "bob Job/bob-longer updated: open",
      "bob Pod/bob-made launched: open",
      "bob Pod/bob-raised replaced: open",
      "cid ConfigMap/cid-made created: as written",
      "cid Job/cid-made launched: open",
      "cid Job/cid-removed stopped: nothing there",
      "cid Pod/cid-made launched: open",
      "cid Service/cid-made created: as written",
      "1 kept",
      "exit 0",
    ]
  `)
  expect(whole.verdict).toMatchInlineSnapshot(`
    {
      "standing": [
        "ConfigMap/ann-anew: {"lr":"2"}; ann has kept",
        "ConfigMap/ann-changed: {"lr":"2"}; ann has kept",
        "ConfigMap/ann-made: {"lr":"2"}; ann has kept",
        "ConfigMap/bob-changed: {"lr":"2"}; bob has kept",
        "ConfigMap/bob-made: {"lr":"2"}; bob has kept",
        "ConfigMap/cid-made: {"lr":"2"}; cid has kept",
        "ConfigMap/somebody: {"a":"1"}; nobody’s",
        "Job/ann-raised: run 2 open; ann has run 2 opened",
        "Job/bob-large: not there; bob has run 1 held, in line at 2 for the lab’s GPUs",
        "Job/bob-longer: run 1 open; bob has run 1 opened",
        "Job/cid-made: run 1 open; cid has run 1 opened",
        "PersistentVolumeClaim/ann-made: 10Gi; ann has kept 10Gi",
        "PersistentVolumeClaim/ann-released: 10Gi; ann has released 10Gi",
        "PersistentVolumeClaim/cid-kept: 10Gi; cid has kept 10Gi",
        "Pod/ann-kept: run 1 open; ann has run 1 opened",
        "Pod/ann-made: run 1 open; ann has run 1 opened",
        "Pod/bob-made: run 1 open; bob has run 1 opened",
        "Pod/bob-raised: run 2 open; bob has run 2 opened",
        "Pod/cid-made: run 1 open; cid has run 1 opened",
        "Service/cid-made: there; cid has kept",
        "ledger: height 2, members ann bob cid",
      ],
      "violations": [],
    }
  `)
  expect(whole.count).toBeGreaterThanOrEqual(60)
})

/** What was broken, after a fault that met a request. */
async function trial(fault: Fault): Promise<readonly string[]> {
  const ground = await started()
  const { between, death, struck, arrive } = disturbed(fault)
  const applied = await Promise.race([applyTo(ground, after, { between }).catch(() => undefined), death])
  const request = struck()
  if (request === undefined || (fault.when === 'late' && !changes(request))) {
    told.missed += 1
    return []
  }
  if (fault.when === 'late') {
    await applyTo(ground, after)
    await arrive()
  }
  const words = applied === undefined || stopping.has(fault.what) ? undefined : appliedInWords(applied)
  const others = words === undefined ? [] : othersTouched(words, whole.words, request)
  return await judged(ground, after, `${fault.what} ${fault.when} request ${fault.at}, ${named(request)}`, others)
}

/** After these answers nothing more is sent for anybody. */
const stopping: ReadonlySet<Fault['what']> = new Set(['unauthorized', 'forbidden'])

/** Told with what was done. */
async function judged(
  ground: Ground,
  newest: Desired,
  what: string,
  others: readonly string[] = [],
): Promise<readonly string[]> {
  const { violations, standing } = await resumed(ground, newest)
  const breaches = [
    ...others,
    ...violations,
    ...differences(standing, newest === later ? wholeLater : whole.verdict.standing),
  ]
  told.faults += 1
  told.violations += breaches.length
  return breaches.map((breach) => `${what}: ${breach} (${ground.namespace})`)
}

const everyRequest = () => Array.from({ length: whole.count }, (_, index) => index + 1)

test.each(['before', 'after'] as const)('dead %s every request', async (when) => {
  expect(await atOnce(everyRequest(), (at) => trial({ at, when, what: 'death' }))).toEqual([])
})

test('dead, and what was sent last arrives only after the next apply', async () => {
  const late = everyRequest().filter((at) => isAll || (at + seed) % 2 === 0)
  expect(await atOnce(late, (at) => trial({ at, when: 'late', what: 'death' }))).toEqual([])
})

test('every answer of apply.md 6', async () => {
  const faults = everyRequest().flatMap((at) =>
    (isAll ? lies : drawn(lies, 2, seed * 1000 + at)).map((lie) => ({ at, ...lie })),
  )
  expect(await atOnce(faults, trial)).toEqual([])
})

let wholeLater: readonly string[]

describe('two applies at once', () => {
  beforeAll(async () => {
    const ground = await started()
    await applyTo(ground, after)
    await settled(ground)
    wholeLater = (await resumed(ground, later)).standing
  })

  const delays = Array.from({ length: isAll ? 60 : 12 }, (_, index) => index * 40)

  test.each([
    ['of one commit', after, after],
    ['of two commits, the older first', after, later],
    ['of two commits, the newer first', later, after],
  ] as const)('%s', async (_, first, second) => {
    const newest = first === later || second === later ? later : after
    const breaches = await atOnce(delays, async (delay) => {
      const ground = await started()
      const joined = new Promise((resolve) => setTimeout(resolve, delay)).then(() => applyTo(ground, second))
      await Promise.allSettled([applyTo(ground, first), joined])
      return await judged(ground, newest, `a second apply ${delay} ms after the first`)
    })
    expect(breaches).toEqual([])
  })
})
