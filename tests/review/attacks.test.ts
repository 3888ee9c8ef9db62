import { describe, expect, test } from 'vitest'
import type { Account } from '../../scripts/model/facts.ts'
import { commentMark } from '../../scripts/model/own-marks.ts'
import { unapprovedMembers } from '../../scripts/pipeline/apply/unapproved-members.ts'
import { accounts, job, session } from '../change/judged.ts'
import { git, type Files } from '../change/lab-repository.ts'
import type { Level } from '../obey/lab-forge.ts'
import { grantOf, houseCheck } from './given.ts'
import { checksOf, press, reviewAt, reviewOf, seen, type Stage } from './review-at.ts'

const { root, boss, alice, bob, carol } = accounts
const levels: readonly Level[] = ['simple', 'computed']
const base = {
  'lab.config.ts': '// the lab\n',
  'users/alice/dev.ts': session(),
  'users/bob/train.ts': job(2, 'train'),
}

/** What is tried, by whom, with which files, and how the check ends. The number is the threat's in the table of the pipeline. */
type Attack = readonly [what: string, by: Account, changes: Files, conclusion: string, after?: Twist]
/** What Git's plain files cannot say. */
type Twist = (at: Stage, pull: number) => void

const text = '<img src=x onerror=alert(1)> @uci/admins `|` [me](https://evil.example) \u202e #1'
const megaphone = text.replaceAll('/', ' ')
const tampering = `${session('new')}\nObject.prototype.kind = 'Secret'\nJSON.stringify = () => '[]'\n`
const crowd = Object.fromEntries(Array.from({ length: 3500 }, (_, index) => [`users/bob/f${index}.ts`, 'x']))

function stranger(id: number, login = `mallory${id}`): Account {
  return { login, id }
}

const attacks: readonly Attack[] = [
  ['1 edit', alice, { 'users/bob/train.ts': job(1, 'train') }, 'failure'],
  ['1 delete', carol, { 'users/bob/train.ts': null }, 'failure'],
  ['1 rename', alice, { 'users/bob/train.ts': null, 'users/alice/train.ts': job(2, 'train') }, 'failure'],
  ['1 write for another', root, { 'users/alice/new.ts': session('new') }, 'failure'],
  ['2 in a merge of main', bob, {}, 'failure', hideInMerge],
  ['2 behind 3,500 files', bob, { ...crowd, 'users/alice/dev.ts': null }, 'failure'],
  ['3 a link', carol, { 'users/carol/x.ts': { mode: '120000', text: '../bob/train.ts' } }, 'failure'],
  ['3 a submodule', carol, { 'users/carol/x.ts': { mode: '160000', id: 'a'.repeat(40) } }, 'failure'],
  [
    '3 a command in a name',
    alice,
    { [`users/alice/a\n::set-output name=x::${megaphone}.ts`]: session('a') },
    'failure',
  ],
  ['4 a large file', bob, { 'users/bob/large.ts': 'x'.repeat(2_000_000) }, 'failure'],
  ['4 a malformed object', bob, {}, 'failure', malform],
  ['5 a login that somebody took', stranger(9, 'alice'), { 'users/alice/new.ts': session('new') }, 'failure'],
  ['5 an old friend', stranger(1001, 'al'), { 'users/alice/new.ts': session('new') }, 'failure'],
  ['7 templates tampered with', carol, { 'users/carol/new.ts': tampering }, 'failure'],
  ['8 the limits', alice, { 'lab.config.ts': '// gpus: 99\n' }, 'action_required'],
  ['8 a workflow', bob, { '.github/workflows/review.yml': 'on: pull_request\n' }, 'action_required'],
  ['8 a request and its limit', carol, { 'lab.config.ts': '// 99\n', 'users/carol/llm.ts': job(8) }, 'failure'],
  ['8 a grant for oneself', alice, { 'grants/1-alice-llm.json': '{}' }, 'failure'],
  ['17 an endless loop', root, { 'users/root/loop.ts': 'for (;;) {}\n' }, 'failure'],
  ['18 nothing but a comment', root, { 'users/root/note.ts': '// nothing\n' }, 'failure'],
  ['18 nothing to run', root, { 'users/root/none.ts': 'export {}\n' }, 'failure'],
  ['34 a text in a value', root, { 'users/root/t.ts': session(text) }, 'failure'],
  ['35 a stranger’s folder', stranger(61), { 'users/mallory61/dev.ts': session() }, 'failure'],
  ['35 a stranger’s megaphone', stranger(62), { [megaphone]: text }, 'failure'],
  ['35 a stranger in the house', stranger(63), { 'lab.config.ts': '// gpus: 98\n' }, 'failure'],
]

/** In a merge commit whose other side is honest. */
function hideInMerge(at: Stage, pull: number): void {
  const from = at.lab.pull(pull, { 'users/bob/new.ts': session('new') })
  at.lab.pull(pull, { 'users/alice/dev.ts': null }, { from, merge: at.lab.main() })
}

/** A tree that would put files into `.git`. */
function malform({ lab }: Stage, pull: number): void {
  const blob = git(lab.upstream, ['hash-object', '-w', '--stdin'], 'x')
  const entry = Buffer.concat([Buffer.from('100644 .git\0'), Buffer.from(blob, 'hex')])
  const tree = git(lab.upstream, ['hash-object', '-w', '-t', 'tree', '--stdin', '--literally'], entry)
  const commit = git(lab.upstream, ['commit-tree', '-p', lab.main(), '-m', 'x', tree])
  git(lab.upstream, ['update-ref', `refs/pull/${pull}/head`, commit])
}

describe.each(levels)('at the level %s', (level) => {
  // A machine that does much else takes its time.
  test(`${attacks.length} hostile pull requests at once, and one that is honest`, { timeout: 240_000 }, async () => {
    const at = await reviewAt(level, base)
    const numbers = attacks.map(([, by, changes, , twist]) => {
      const number = at.addPull(by, changes)
      Object.assign(at.double.state.issues.get(number) ?? {}, { title: `[skip ci] ${text}`, body: text })
      twist?.(at, number)
      return number
    })
    const honest = at.addPull(boss, { 'users/boss/dev.ts': session() })
    const before = at.main()
    const { failures } = await at.look()
    expect(failures).toEqual([])

    const ended = await Promise.all(numbers.map((number) => checksOf(at, number)))
    expect(attacks.map(([what], index) => [what, ...(ended[index] ?? [])])).toEqual(
      attacks.map(([what, , , conclusion]) => [what, conclusion]),
    )
    expect(await seen(at, honest)).toMatch(/^success · ### ✔ Fits/)
    expect(at.main()).toEqual(level === 'simple' ? before : [...before, 'users/boss/dev.ts'].sort())
    expect([at.read('users/alice/dev.ts'), at.read('users/bob/train.ts')]).toEqual([
      session().trim(),
      job(2, 'train').trim(),
    ])
    expect(at.branches()).toEqual(['main'])

    const strangers = numbers.filter((_, index) => attacks[index]?.[0].startsWith('35') === true)
    expect(strangers.map((number) => [at.under(number), at.labels(number)])).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ])
    for (const comment of [...at.double.state.comments.values()].map(({ body }) => body)) {
      const bare = comment.replaceAll(/(`+)[^`][\s\S]*?\1/g, '')
      expect(bare).not.toMatch(/<img|@uci|evil\.example|\u202e/)
    }
    at.written()
    await at.look()
    expect(at.written()).toEqual([])
  })

  test('12 a push after the evaluation is judged by the next look', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(2) })
    await at.look({ between: () => at.push(number, { 'users/carol/llm.ts': job(16) }) })
    expect(await seen(at, number)).toMatch(/^cancelled/)
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required · ### ✋ Needs an admin: 16 GPUs/)
    expect(at.main()).not.toContain('users/carol/llm.ts')
  })

  test('14, 28 a grant that is withdrawn, and one that stopped', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    at.draft(number)
    at.grant(grantOf(8))
    await at.look()
    expect(await seen(at, number)).toMatch(/^success · ### ✔ Granted/)
    await at.look({ now: '2026-12-11T20:00:00Z' })
    expect(await seen(at, number)).toMatch(/^action_required/)
    await at.look()
    at.lab.push({ 'grants/1-carol-llm.json': null })
    Object.assign(at.double.state.issues.get(number)?.pull ?? {}, { isDraft: false })
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
    expect(at.main()).not.toContain('users/carol/llm.ts')
  })

  test('28 grants for another request, another member, less, or another thing lift nothing', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    at.grant(grantOf(8, { request: 'vit' }))
    at.grant(grantOf(8, { login: 'bob' }))
    at.grant(grantOf(7))
    at.grant(grantOf(8, { lifts: [{ code: 'lab-gpus', value: 8 }], pull: 2 }))
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
  })

  test('15 the same commit in two pull requests: only the one that earned it goes in', async () => {
    const at = await reviewAt(level, base)
    const [copy, own] = [at.addPull(bob, {}), at.addPull(alice, { 'users/alice/new.ts': session('new') })]
    const head = await at.double.hand.head(own)
    git(at.lab.upstream, ['update-ref', `refs/pull/${copy}/head`, head])
    const { merged } = await at.look()
    expect(merged.map(({ pull }) => pull.number)).toEqual(level === 'simple' ? [] : [own])
    expect(at.under(copy)[0]).toContain('### ✖')
    expect(at.under(own)[0]).toContain('### ✔')
  })

  test('30 the house: whose yes does not count', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(alice, { 'docs/page.md': 'a\n' })
    const old = await at.double.hand.head(number)
    at.push(number, { 'docs/page.md': 'b\n' })
    at.double.state.checks.set(1, houseCheck(await at.double.hand.head(number)))
    at.double.hand.person('mallory', 6)
    at.double.hand.person('carol', 1003, 'write')
    const { review } = at.double.hand
    await review(number, 'alice', 'APPROVED')
    await review(number, 'carol', 'APPROVED')
    await review(number, 'mallory', 'APPROVED')
    await review(number, 'boss', 'APPROVED', old)
    await review(number, 'root', 'APPROVED')
    await review(number, 'root', 'DISMISSED')
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
    expect(at.main()).not.toContain('docs/page.md')
  })

  test('34 a comment with our marker by somebody else is neither ours nor touched', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    const forged = at.addComment(bob, number, `${commentMark}\n### ✔ Fits\n`)
    await at.look()
    await at.look()
    expect(at.double.state.comments.get(forged)?.body).toContain('### ✔ Fits')
    expect(at.under(number)).toHaveLength(1)
    expect(at.under(number)[0]).toContain('### ✋')
  })

  test('9 a check run of our name with a foreign sign is not ours', async () => {
    const at = await reviewAt(level, base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    const head = await at.double.hand.head(number)
    at.double.state.checks.set(1, { ...houseCheck(head), name: 'lab/approval', externalId: 'job-4711' })
    await at.look()
    expect(await seen(at, number)).toMatch(/^action_required/)
    at.written()
    await at.look()
    expect(at.written()).toEqual([])
  })
})

describe('where the lane merges', () => {
  test('12 a push between the decision and the merge', async () => {
    const at = await reviewAt('computed', base)
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(2) })
    at.double.before('pulls/merge', () => at.push(number, { 'users/carol/llm.ts': job(16) }))
    const { merged, failures } = await at.look()
    expect([merged, failures]).toEqual([[], []])
    await at.look()
    expect(at.main()).not.toContain('users/carol/llm.ts')
    expect(await seen(at, number)).toMatch(/^action_required/)
  })

  test('12 a push while another is merged: what the house’s check said of the old head counts no more', async () => {
    const at = await reviewAt('computed', base)
    at.addPull(carol, { 'users/carol/dev.ts': session() })
    const number = at.addPull(root, { 'docs/page.md': 'a\n' })
    at.double.state.checks.set(1, houseCheck(await at.double.hand.head(number)))
    at.double.before('pulls/merge', async () => {
      at.push(number, { 'docs/page.md': 'b\n' })
      await at.double.hand.review(number, 'boss', 'APPROVED')
    })
    await at.look()
    expect(at.main()).toContain('users/carol/dev.ts')
    expect(at.main()).not.toContain('docs/page.md')
  })

  test('9 a check that a workflow forged lets nobody through, for the ruleset wants the App’s', async () => {
    const at = await reviewAt('computed', base)
    at.double.state.rulesets.push(onlyByApp(at))
    const number = at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    const head = await at.double.hand.head(number)
    at.double.state.checks.set(1, { ...houseCheck(head), name: 'lab/approval' })
    expect(await press(at, number)).toBe(405)
    await at.look()
    expect(await press(at, number)).toBe(405)
    expect(at.main()).not.toContain('users/carol/llm.ts')
  })

  test('9 a check of a workflow with our digest does not stand for ours', async () => {
    const at = await reviewAt('computed', base)
    at.addPull(carol, { 'users/carol/llm.ts': job(8) })
    await at.look()
    const [ours] = [...at.double.state.checks.values()]
    if (ours === undefined) throw new Error('no check')
    at.double.state.checks.delete(ours.id)
    const { app } = houseCheck('')
    at.double.state.checks.set(1, { ...ours, id: 1, conclusion: 'success', app })
    await at.look()
    const own = [...at.double.state.checks.values()].filter((run) => run.app.id === at.double.app.id)
    expect(own.map(({ conclusion }) => conclusion)).toEqual(['action_required'])
  })

  test('16 what the author calls it does not stand in main’s history', async () => {
    const at = await reviewAt('computed', base)
    const number = at.addPull(carol, { 'users/carol/dev.ts': session() })
    Object.assign(at.double.state.issues.get(number) ?? {}, { title: '[skip ci]', body: 'Lab-Record: {}' })
    await at.look()
    const message = git(at.lab.upstream, ['log', '-1', '--first-parent', '--format=%B', 'main'])
    expect(message).toMatch(/^Merge #1 by carol\n\nLab-Record: \{.*\}\nLab-Seal: \S+$/)
  })

  test('14 main moved in the very moment of a merge: nothing more goes in, and apply freezes whom it hit', async () => {
    const at = await reviewAt('computed', base)
    const since = at.lab.main()
    at.addPull(carol, { 'users/carol/dev.ts': session() })
    at.addPull(alice, { 'users/alice/new.ts': session('new') })
    at.double.before('pulls/merge', () => void at.lab.push({ 'users/bob/train.ts': job(4, 'train') }))
    await expect(at.look()).rejects.toThrow('nothing more is merged')
    const run = (args: readonly string[]) => Promise.resolve(Buffer.from(git(at.lab.upstream, args)))
    expect(await unapprovedMembers(run, { review: reviewOf('computed', at.double, since) }, at.lab.main())).toEqual([
      'bob',
      'carol',
    ])
    expect(at.main()).not.toContain('users/alice/new.ts')
  })

  test('13 main moved between the decision and the merge: nothing goes in before it is judged again', async () => {
    const at = await reviewAt('computed', base)
    at.addPull(carol, { 'users/carol/a.ts': job(3, 'a') })
    at.double.before('issues/create-comment', () => void at.lab.push({ 'users/carol/b.ts': job(3, 'b') }))
    const { merged } = await at.look()
    expect(merged).toEqual([])
    await at.look()
    expect(at.main()).not.toContain('users/carol/a.ts')
  })
})

/** As `lab doctor --repo` asks for it. */
function onlyByApp({ double }: Stage): Stage['double']['state']['rulesets'][number] {
  const required = [{ context: 'lab/approval', integration_id: double.app.id }]
  const rules = [{ type: 'required_status_checks', parameters: { required_status_checks: required } }]
  return { id: 1, name: 'main', enforcement: 'active', rules, bypass: [] }
}
