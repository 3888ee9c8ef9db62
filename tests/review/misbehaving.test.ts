import { describe, expect, test } from 'vitest'
import { commentMark } from '../../scripts/model/own-marks.ts'
import { accounts, job, session } from '../change/judged.ts'
import { git } from '../change/lab-repository.ts'
import type { Misbehaviour } from '../github/misbehave.ts'
import type { OperationId } from '../github/operations.ts'
import { checksOf, reviewAt, seen, type Stage } from './review-at.ts'

const { alice, bob, carol } = accounts
const base = {
  'lab.config.ts': '// the lab\n',
  'users/alice/dev.ts': session(),
  'users/bob/train.ts': job(2, 'train'),
}

interface Scene {
  readonly at: Stage
  /** What is small, what needs an admin, and what is wrong. */
  readonly small: number
  readonly large: number
  readonly wrong: number
}

async function scene(): Promise<Scene> {
  const at = await reviewAt('computed', base)
  return {
    at,
    small: at.addPull(carol, { 'users/carol/dev.ts': session() }),
    large: at.addPull(bob, { 'users/bob/llm.ts': job(6) }),
    wrong: at.addPull(alice, { 'users/alice/dev.ts': session('dev', 9) }),
  }
}

/** What always holds, whatever GitHub did: nothing green that was not judged so, and nothing on main that was not. */
async function insistOnTruth({ at, large, wrong }: Scene): Promise<void> {
  expect(await checksOf(at, large)).not.toContain('success')
  expect(await checksOf(at, wrong)).not.toContain('success')
  expect(at.main()).not.toContain('users/bob/llm.ts')
  expect(at.read('users/alice/dev.ts')).toBe(session().trim())
}

/** As a look at a GitHub that works leaves it. */
async function insistOnRest(scened: Scene): Promise<void> {
  const { at, small, large, wrong } = scened
  await at.look()
  await insistOnTruth(scened)
  expect(at.main()).toContain('users/carol/dev.ts')
  expect(await checksOf(at, small)).not.toContain('failure')
  expect(await seen(at, large)).toMatch(/^action_required · ### ✋ Needs an admin: 8 GPUs/)
  expect(await seen(at, wrong)).toMatch(/^failure · ### ✖/)
  // What was merged is the run card's, which keeps one of them too.
  expect([large, wrong].map((number) => at.under(number).length)).toEqual([1, 1])
  expect(at.labels(large)).toContain('needs-admin')
  expect(at.double.state.issues.get(large)?.pull?.asked).not.toEqual([])
}

/** Fails or not; what it left is looked at. */
async function lookAnyway(at: Stage): Promise<void> {
  await at.look().catch(() => undefined)
}

const reads: readonly OperationId[] = ['pulls/list', 'issues/list-comments', 'checks/list-for-ref']
const writes: readonly OperationId[] = [
  'issues/create-comment',
  'checks/create',
  'issues/add-labels',
  'pulls/request-reviewers',
  'pulls/merge',
]

describe('each call that we send', () => {
  test.each<[how: Misbehaviour, times: number]>([
    ['bad-gateway', 9],
    ['bad-gateway-after', 1],
    ['dropped-after', 1],
    ['secondary-limit', 1],
    ['primary-limit', 1],
    ['forbidden', 9],
    ['twice', 1],
  ])('%s, %i times', async (how, times) => {
    const scened = await scene()
    for (const on of writes) scened.at.double.misbehave({ on, how, times })
    await lookAnyway(scened.at)
    await insistOnTruth(scened)
    healed(scened.at)
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })
})

describe('each call that we ask with', () => {
  test.each(reads)('%s', async (on) => {
    const scened = await scene()
    for (const how of ['bad-gateway', 'primary-limit'] as const) scened.at.double.misbehave({ on, how })
    scened.at.double.misbehave({ on, how: 'forbidden', times: 3 })
    await lookAnyway(scened.at)
    await insistOnTruth(scened)
    healed(scened.at)
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })
})

/** GitHub works again. */
function healed({ double }: Stage): void {
  double.forgive()
}

describe('our comment', () => {
  test('deleted, edited or doubled by hand', async () => {
    const scened = await scene()
    const { at, large, wrong } = scened
    await at.look()
    for (const { id } of ours(at, large)) at.double.hand.edit(id, `${commentMark}\n### ✔ Fits`)
    for (const { id } of ours(at, wrong)) at.double.hand.remove(id)
    await insistOnRest(scened)
    for (const one of ours(at, large)) at.double.state.comments.set(99_999, { ...one, id: 99_999 })
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })
})

function ours({ double }: Stage, number: number) {
  return [...double.state.comments.values()].filter(({ under, by }) => under === number && by.type === 'Bot')
}

describe('looks that are not one after the other', () => {
  test('two at once', async () => {
    const scened = await scene()
    await Promise.all([lookAnyway(scened.at), lookAnyway(scened.at)])
    await insistOnTruth(scened)
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })

  test('events lost, doubled and in another order: the look after them sees what is there', async () => {
    const scened = await scene()
    const { at, wrong } = scened
    await at.look()
    at.push(wrong, { 'users/alice/dev.ts': session('dev', 8) })
    at.push(wrong, { 'users/alice/dev.ts': session('dev', 9) })
    await at.look()
    await at.look()
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })

  test('a head that GitHub tells of late', async () => {
    const scened = await scene()
    const { at, wrong } = scened
    await at.look()
    at.double.before('issues/list-comments', () => at.push(wrong, { 'users/alice/dev.ts': session('dev', 8) }))
    await at.look()
    await insistOnRest(scened)
    expect(scened.at.double.violations).toEqual([])
  })
})

test('a merge whose answer is lost does not let in what only fits beside the old main', async () => {
  const at = await reviewAt('computed', base)
  at.addPull(carol, { 'users/carol/a.ts': job(3, 'a') })
  const second = at.addPull(carol, { 'users/carol/b.ts': job(3, 'b') })
  at.double.misbehave({ on: 'pulls/merge', how: 'bad-gateway-after' })
  await lookAnyway(at)
  expect(at.main()).toContain('users/carol/a.ts')
  await at.look()
  expect(at.main()).not.toContain('users/carol/b.ts')
  expect(await seen(at, second)).toMatch(/^action_required · ### ✋ Needs an admin: 6 GPUs/)
})

test('annotations that broke off come whole with the next look', async () => {
  const at = await reviewAt('computed', base)
  const names = Array.from({ length: 60 }, (_, index) => `s${index}`)
  const number = at.addPull(
    carol,
    Object.fromEntries(names.map((name) => [`users/carol/${name}.ts`, session(name, 9)])),
  )
  at.double.misbehave({ on: 'checks/update', how: 'bad-gateway', times: 4 })
  await at.look()
  await at.look()
  const head = await at.double.hand.head(number)
  const newest = [...at.double.state.checks.values()].findLast((run) => run.head === head)
  expect(newest?.annotations).toHaveLength(60)
})

test(
  'more open pull requests than fit on a page, and more files than GitHub tells of',
  { timeout: 240_000 },
  async () => {
    const at = await reviewAt('computed', base)
    const files = Object.fromEntries(Array.from({ length: 3100 }, (_, index) => [`users/bob/f${index}.ts`, 'x']))
    const crowded = at.addPull(bob, files)
    const first = at.addPull({ login: 'mallory', id: 6 }, { 'README.md': 'x' })
    const head = await at.double.hand.head(first)
    for (let more = 1; more < 100; more++) {
      const { pull, number } = at.double.hand.pull({ by: 'mallory', branch: 'x', fork: 'mallory/lab' })
      pull.headAtEnd = head
      if (more < 5) git(at.lab.upstream, ['update-ref', `refs/pull/${number}/head`, head])
    }
    const last = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    const { open } = await at.look()
    expect(open).toHaveLength(102)
    expect(await seen(at, crowded)).toMatch(/^failure · ### ✖/)
    expect(await seen(at, last)).toMatch(/^action_required · ### ✋/)
    expect(await checksOf(at, first)).toEqual(['failure'])
    expect(at.double.state.comments.size).toBe(2)
  },
)
