import { describe, expect, test } from 'vitest'
import type { Account } from '../../scripts/model/facts.ts'
import type { Grant } from '../../scripts/model/grant.ts'
import type { Obeyed } from '../../scripts/model/obeyed.ts'
import { obeyCommand } from '../../scripts/pipeline/obey/obey-command.ts'
import { isSealed } from '../../scripts/review/index.ts'
import { accounts, job, session } from '../change/judged.ts'
import { git } from '../change/lab-repository.ts'
import { labForge, type LabForge, type Level } from './lab-forge.ts'
import { obeyingAt, seal, verdictOn } from './verdict-on.ts'

const { root, alice, carol } = accounts
const stranger: Account = { login: 'mallory', id: 666 }

const base = { 'users/alice/dev.ts': session(), 'grants/README.md': 'grants' }
const llm = { 'users/carol/llm.ts': job(8) }

interface Written {
  readonly by: Account
  readonly text: string
}

/** Somebody writes a comment, and it is looked at. */
async function write(at: LabForge, under: number, { by, text }: Written, level: Level = 'computed') {
  const comment = at.addComment(by, under, text)
  const obeyed = await obeyCommand({ comment, sender: by }, await obeyingAt(at, level))
  return { comment, said: said(obeyed), reactions: at.reactions(comment) }
}

function said(obeyed: Obeyed): string {
  return obeyed.did === 'refuse' ? `refuse ${obeyed.refusal.code}` : obeyed.did
}

async function grantLine(at: LabForge, pull: number, until = '2026-12-10'): Promise<string> {
  return `/grant ${(await verdictOn(at, pull)).ask} until=${until}`
}

describe('/grant, where the lab has its App', () => {
  test('brings a grant to main, sealed; the request it is for passes, and nothing is left over', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const text = `${await grantLine(at, pull)}\r\n8-way FSDP of 13B`
    const { comment, said: did, reactions } = await write(at, pull, { by: root, text })
    expect([did, reactions, at.under(pull)]).toEqual(['grant', ['+1'], []])
    const grant = JSON.parse(at.read(`grants/${pull}-carol-llm.json`)) as Grant
    expect(grant).toMatchObject({ by: 'root', byId: 1, comment, reason: '8-way FSDP of 13B', until: '2026-12-10' })
    expect((await verdictOn(at, pull, [grant])).verdict).toBe('granted')
    expect(at.pulls()).toHaveLength(1)
    expect(at.branches()).toEqual(['main'])
    const [tree = '', parent = ''] = git(at.lab.upstream, ['log', '-1', '--format=%T %P', 'main']).split(' ')
    const message = git(at.lab.upstream, ['log', '-1', '--format=%B', 'main'])
    expect(isSealed({ id: at.lab.main(), tree, parent, message, paths: [] }, seal)).toBe(true)
  })

  test('the order of things: branch, pull request, check, merge; then the branch goes, and the answer comes', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    await write(at, pull, { by: root, text: await grantLine(at, pull) })
    expect(at.written()).toEqual(['branch', 'open-pull', 'check', 'merge', 'delete-branch', 'react'])
  })

  test('more is pushed after the admin has read: nothing is granted, and the answer names the new ask', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const text = await grantLine(at, pull)
    at.push(pull, { 'users/carol/llm.ts': job(16) })
    expect(await write(at, pull, { by: root, text })).toMatchObject({ said: 'refuse ask-changed', reactions: ['-1'] })
    expect(at.under(pull)[0]).toContain((await verdictOn(at, pull)).ask)
    expect(at.main()).toHaveLength(2)
  })

  test.each<[what: string, by: Account, expected: string, answers: number]>([
    ['a member', alice, 'refuse not-an-admin', 1],
    ['the author', carol, 'refuse not-an-admin', 1],
    ['an account that took an admin’s name', { login: 'root', id: 666 }, 'refuse other-account', 1],
    ['a stranger, who gets no words', stranger, 'refuse stranger', 0],
  ])('by %s comes to nothing', async (_, by, expected, answers) => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const text = await grantLine(at, pull)
    expect(await write(at, pull, { by, text })).toMatchObject({ said: expected, reactions: ['-1'] })
    expect(at.under(pull)).toHaveLength(answers)
    expect(at.main()).toHaveLength(2)
  })

  test('an edited comment, and one that came from somebody else, come to nothing', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const comment = at.addComment(root, pull, await grantLine(at, pull))
    const obeying = await obeyingAt(at, 'computed')
    expect(said(await obeyCommand({ comment, sender: accounts.boss }, obeying))).toBe('refuse not-the-sender')
    at.edit(comment)
    expect(said(await obeyCommand({ comment, sender: root }, obeying))).toBe('refuse edited')
    expect(at.main()).toHaveLength(2)
  })

  test('where GitHub will not merge, the admin is told, and nothing is left open', async () => {
    const at = await labForge(base, ['pulls/merge'])
    const pull = at.addPull(carol, llm)
    const text = await grantLine(at, pull)
    expect(await write(at, pull, { by: root, text })).toMatchObject({ said: 'refuse forge-refused', reactions: ['-1'] })
    expect(at.under(pull)[0]).toContain('Resource not accessible by integration')
    expect(at.pulls()).toHaveLength(1)
    expect(at.branches()).toEqual(['main'])
  })

  test('the event comes again, after it was obeyed: nothing happens', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const { comment } = await write(at, pull, { by: root, text: await grantLine(at, pull) })
    const grant = JSON.parse(at.read(`grants/${pull}-carol-llm.json`)) as Grant
    at.written()
    expect(said(await obeyCommand({ comment, sender: root }, await obeyingAt(at, 'computed', [grant])))).toBe('nothing')
    expect(at.written()).toEqual([])
  })

  test('a second grant of one pull request keeps what the first one lifts', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    await write(at, pull, { by: root, text: await grantLine(at, pull) })
    const first = JSON.parse(at.read(`grants/${pull}-carol-llm.json`)) as Grant
    at.push(pull, { 'users/carol/llm.ts': job(8).replace(`image: 'pytorch'`, `image: 'example.org/carol/own:1.0'`) })
    const { ask } = await verdictOn(at, pull, [first])
    const comment = at.addComment(root, pull, `/grant ${ask} until=2026-12-01`)
    expect(said(await obeyCommand({ comment, sender: root }, await obeyingAt(at, 'computed', [first])))).toBe('grant')
    const second = JSON.parse(at.read(`grants/${pull}-carol-llm.json`)) as Grant
    expect(second.lifts.map(({ code }) => code)).toEqual(expect.arrayContaining(first.lifts.map(({ code }) => code)))
    expect((await verdictOn(at, pull, [second])).verdict).toBe('granted')
  })
})

describe('/grant, where people merge', () => {
  test('is answered with the file to commit, and nothing is written to main', async () => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    const { said: did, reactions } = await write(at, pull, { by: root, text: await grantLine(at, pull) }, 'simple')
    expect([did, reactions]).toEqual(['grant', ['+1']])
    expect(at.written()).toEqual(['comment', 'react'])
    const [, address = ''] = /\]\((\S+)\)/.exec(at.under(pull)[0] ?? '') ?? []
    const { searchParams } = new URL(address)
    expect(searchParams.get('filename')).toBe(`grants/${pull}-carol-llm.json`)
    const grant = JSON.parse(searchParams.get('value') ?? '') as Grant
    expect((await verdictOn(at, pull, [grant])).verdict).toBe('granted')
  })
})

test('there is one answer at most: the next command takes its place, and one that is obeyed leaves none', async () => {
  const at = await labForge(base)
  const pull = at.addPull(carol, llm)
  await write(at, pull, { by: alice, text: '/ask why?' })
  await write(at, pull, { by: root, text: '/grant' })
  expect(at.under(pull)).toEqual([expect.stringContaining('This is not how')])
  await write(at, pull, { by: stranger, text: '/ask why?' })
  expect(at.under(pull)).toHaveLength(1)
  expect(await write(at, pull, { by: root, text: '/ask why eight?' })).toMatchObject({ said: 'ask', reactions: ['+1'] })
  expect(at.under(pull)).toEqual([])
  expect(at.labels(pull)).toEqual(['asked'])
})

test('talk is left alone', async () => {
  const at = await labForge(base)
  const pull = at.addPull(carol, llm)
  expect(await write(at, pull, { by: root, text: `> ${await grantLine(at, pull)}` })).toMatchObject({ reactions: [] })
  expect(at.written()).toEqual([])
})

describe('/cancel', () => {
  test.each<Level>(['simple', 'computed'])('closes an open pull request (%s)', async (level) => {
    const at = await labForge(base)
    const pull = at.addPull(carol, llm)
    expect(await write(at, pull, { by: carol, text: '/cancel' }, level)).toMatchObject({
      said: 'close',
      reactions: ['+1'],
    })
    expect(at.pulls()).toEqual([])
  })

  test('of one’s own request on main opens a pull request that passes in one’s own name', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, 'I am done', [])
    expect(await write(at, issue, { by: alice, text: '/cancel alice/dev' })).toMatchObject({
      said: 'remove',
      reactions: ['+1'],
    })
    const [pull] = at.pulls()
    expect(await verdictOn(at, pull?.number ?? 0)).toMatchObject({ by: 'alice', kind: 'requests', verdict: 'auto' })
  })

  test('of a member’s request by an admin waits for another admin', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(root, 'runs wild', [])
    await write(at, issue, { by: root, text: '/cancel alice/dev' })
    const [pull] = at.pulls()
    expect(await verdictOn(at, pull?.number ?? 0)).toMatchObject({
      by: 'root',
      kind: 'removal',
      verdict: 'needs-admin',
    })
  })

  test('whoever can push to that branch ends nothing in another’s name', async () => {
    const at = await labForge({ ...base, 'users/alice/more.ts': session('more') })
    const issue = at.addIssue(alice, 'I am done', [])
    await write(at, issue, { by: alice, text: '/cancel alice/dev' })
    const [pull] = at.pulls()
    at.setBranch(pull?.pull?.branch ?? '', { 'users/alice/more.ts': null })
    expect(await verdictOn(at, pull?.number ?? 0)).toMatchObject({
      by: 'uci-lab[bot]',
      kind: 'stranger',
      verdict: 'refused',
    })
  })

  test('where people merge, it is answered with the page on which GitHub removes a file', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, 'I am done', [])
    await write(at, issue, { by: alice, text: '/cancel alice/dev' }, 'simple')
    expect(at.under(issue)[0]).toContain('(https://github.com/uci/lab/delete/main/users/alice/dev.ts)')
    expect(at.written()).toEqual(['comment', 'react'])
  })
})
