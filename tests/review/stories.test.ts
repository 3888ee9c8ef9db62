import { describe, expect, test } from 'vitest'
import { accounts, job, session } from '../change/judged.ts'
import type { Level } from '../obey/lab-forge.ts'
import { grantOf, houseCheck } from './given.ts'
import { press, reviewAt, seen, type Stage } from './review-at.ts'

const { root, alice, carol } = accounts
const base = {
  'lab.config.ts': '// the lab\n',
  'users/alice/dev.ts': session(),
  'users/bob/train.ts': job(2, 'train'),
}

/** Merged by the lane, or by an admin's button. */
async function goIn(at: Stage, number: number): Promise<void> {
  if (at.level === 'computed') return
  expect(await press(at, number)).toBe(200)
}

describe.each<Level>(['simple', 'computed'])('at the level %s', (level) => {
  test('a first session: one comment, one check, and it goes in', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/dev.ts': session() })
    const { merged, failures } = await at.look()
    expect(failures).toEqual([])
    expect(await seen(at, number)).toMatch(/^success · ### ✔ Fits/)
    expect(at.labels(number)).toContain('ready')
    await goIn(at, number)
    expect(at.main()).toContain('users/carol/dev.ts')
    expect(merged).toHaveLength(level === 'computed' ? 1 : 0)
  })

  test('a second look writes nothing', async () => {
    const at = await reviewAt(level, base)
    at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    await at.look()
    at.written()
    await at.look()
    expect(at.written()).toEqual([])
  })

  test('eight GPUs: an admin, a grant, raised again', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required · ### ✋ Needs an admin: 8 GPUs, your limit is 4/)
    at.push(number, { 'users/carol/llm.ts': job(6) })
    at.grant(grantOf(8))
    at.draft(number)
    await at.look()
    expect(await seen(at, number)).toMatch(/^success · ### ✔ Granted/)
    at.push(number, { 'users/carol/llm.ts': job(9) })
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required · ### ✋ Needs an admin: 9 GPUs/)
    await at.look({ now: '2026-12-25T20:00:00Z' })
    expect(await seen(at, number)).toMatch(/^action_required/)
    expect(at.under(number)).toHaveLength(1)
  })

  test('a wrong request is mended', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(alice, { 'users/alice/dev.ts': session('dev', 9) })
    await at.look()
    expect(await seen(at, number)).toMatch(/^failure · ### ✖ Cannot go in yet/)
    const [check] = [...at.double.state.checks.values()].slice(-1)
    expect(JSON.stringify(check)).toContain('users/alice/dev.ts')
    at.push(number, { 'users/alice/dev.ts': session('dev', 5) })
    await at.look()
    expect(await seen(at, number)).toMatch(/^success/)
  })

  test('two of one member that fit alone and not together', async () => {
    const at = await reviewAt(level, base)
    const first = at.addPull(carol, { 'users/carol/a.ts': job(3, 'a') })
    const second = at.addPull(carol, { 'users/carol/b.ts': job(3, 'b') })
    await at.look()
    await goIn(at, first)
    await at.look()
    expect(at.main()).toContain('users/carol/a.ts')
    expect(at.main()).not.toContain('users/carol/b.ts')
    expect(await seen(at, second)).toMatch(/^action_required · ### ✋ Needs an admin: 6 GPUs, your limit is 4/)
  })

  test('a stranger gets a check with one sentence and no comment', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull({ login: 'mallory', id: 6 }, { 'users/mallory/dev.ts': session() })
    await at.look()
    expect(await seen(at, number)).toBe('failure · no comment')
    expect(at.labels(number)).toEqual([])
  })

  test('the sixth open pull request of one member waits for the five before it', async () => {
    const at = await reviewAt(level, base)
    const numbers = [1, 2, 3, 4, 5, 6].map((part) =>
      at.addPull(carol, { [`users/carol/s${part}.ts`]: session(`s${part}`).replace('hours: 6', 'hours: 9') }),
    )
    await at.look()
    const told = await Promise.all(numbers.map((number) => seen(at, number)))
    expect(told.map((line) => line.split(' ')[0])).toEqual(Array.from({ length: 6 }, () => 'failure'))
    expect(told[5]).not.toContain('9')
    expect(at.double.violations).toEqual([])
  })

  test('a change of the house: the same admin cannot, another one can, and a push begins anew', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(root, { 'docs/page.md': 'a\n' })
    at.double.state.checks.set(1, houseCheck(await at.double.hand.head(number)))
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
    await at.double.hand.review(number, 'boss', 'APPROVED')
    at.push(number, { 'docs/page.md': 'b\n' })
    at.double.state.checks.set(2, houseCheck(await at.double.hand.head(number)))
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
    await at.double.hand.review(number, 'boss', 'APPROVED')
    await at.look()
    expect(await seen(at, number)).toMatch(/^success/)
    expect(at.main().includes('docs/page.md')).toBe(level === 'computed')
  })
})
