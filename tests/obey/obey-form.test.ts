import { describe, expect, test } from 'vitest'
import { filled } from '../../scripts/obey/form/form.fixture.ts'
import { fillForms } from '../../scripts/pipeline/obey/form.ts'
import { formWords } from '../../scripts/report/index.ts'
import { accounts, house, session } from '../change/judged.ts'
import { labForge, type LabForge, type Level } from './lab-forge.ts'
import { requestsIn, verdictOn } from './verdict-on.ts'

const { alice, bob } = accounts
const base = { 'users/alice/old.ts': session('old'), 'users/bob/dev.ts': session() }

/** One look at the filled forms; what came of them, and what was written. */
async function look(at: LabForge, only?: number, level: Level = 'computed') {
  const { lab } = at
  const forge = await at.forgeAt(level, 'form')
  const words = formWords(forge.home)
  const outcomes = await fillForms({ forge, lab: house.lab, main: lab.main(), requests: requestsIn(at), words }, only)
  return { did: outcomes.map(({ issue, did }) => `#${issue} ${did}`), written: at.written() }
}

describe('a filled form', () => {
  test.each<Level>(['simple', 'computed'])(
    'becomes a pull request in its author’s name, which passes (%s)',
    async (level) => {
      const at = await labForge(base)
      const issue = at.addIssue(alice, filled({ disk: '100Gi' }))
      const { did, written } = await look(at, undefined, level)
      expect([did, written]).toEqual([[`#${issue} opened`], ['branch', 'open-pull', 'comment']])
      const [pull] = at.pulls()
      expect(pull?.pull?.branch).toBe(`form/${issue}`)
      expect(at.under(issue)).toEqual([expect.stringContaining(`#${pull?.number} asks for this in your name`)])
      expect(await verdictOn(at, pull?.number ?? 0, [], level)).toMatchObject({
        by: 'alice',
        kind: 'requests',
        verdict: 'auto',
      })
    },
  )

  test('that was seen is left alone, however often it is looked at', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled())
    await look(at)
    expect(await look(at, issue)).toEqual({ did: [`#${issue} nothing`], written: [] })
    expect(await look(at)).toEqual({ did: [`#${issue} nothing`], written: [] })
  })

  test('with a wrong answer gets one comment, which follows it until it is right', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled({ hours: '9', name: 'Dev' }))
    expect(await look(at)).toMatchObject({ did: [`#${issue} answered`] })
    expect(at.under(issue)).toEqual([expect.stringContaining('2 answers cannot be right')])
    at.changeIssue(issue, { text: filled({ hours: '9' }) })
    expect(await look(at, issue)).toEqual({ did: [`#${issue} answered`], written: ['edit-comment'] })
    expect(at.under(issue)).toEqual([expect.stringContaining('One answer cannot be right')])
    at.changeIssue(issue, { text: filled() })
    expect(await look(at, issue)).toMatchObject({ did: [`#${issue} opened`] })
    expect(at.under(issue)).toEqual([expect.stringContaining('✔')])
  })

  test('that is edited moves its pull request along, and opens no second one', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled())
    await look(at)
    const [before] = at.pulls()
    at.changeIssue(issue, { text: filled({ hours: '3' }) })
    expect((await verdictOn(at, before?.number ?? 0)).by).toBe('uci-lab[bot]')
    expect(await look(at, issue)).toEqual({ did: [`#${issue} opened`], written: ['branch', 'edit-comment'] })
    expect(at.pulls().map(({ number }) => number)).toEqual([before?.number])
    expect(await verdictOn(at, before?.number ?? 0)).toMatchObject({ by: 'alice', verdict: 'auto' })
  })

  test('for a file that is there asks for another name, and writes over nothing', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled({ name: 'old' }))
    expect(await look(at)).toEqual({ did: [`#${issue} answered`], written: ['comment'] })
    expect(at.under(issue)[0]).toContain('`users/alice/old.ts`')
  })

  test('of a stranger, or of somebody who took a login, gets one comment and nothing else', async () => {
    const at = await labForge(base)
    const issue = at.addIssue({ login: 'mallory', id: 666 }, filled())
    const other = at.addIssue({ login: 'alice', id: 666 }, filled())
    expect(await look(at)).toEqual({
      did: [`#${issue} answered`, `#${other} answered`],
      written: ['comment', 'comment'],
    })
    expect(at.pulls()).toEqual([])
  })

  test('is one of five of its author: a sixth waits, and a stranger gets no sixth comment', async () => {
    const at = await labForge(base)
    const issues = Array.from({ length: 6 }, (_, index) => at.addIssue(alice, filled({ name: `n${index}` })))
    const stranger = Array.from({ length: 6 }, () => at.addIssue({ login: 'mallory', id: 666 }, filled()))
    await look(at)
    expect(at.pulls()).toHaveLength(5)
    expect(at.under(issues.at(-1) ?? 0)).toEqual([expect.stringContaining('5 filled forms')])
    expect(stranger.map((issue) => at.under(issue).length)).toEqual([1, 1, 1, 1, 1, 0])
    at.changeIssue(issues[0] ?? 0, { isOpen: false })
    await look(at)
    expect(at.pulls()).toHaveLength(6)
  })

  test('where we may not open pull requests becomes a link with its text', async () => {
    const at = await labForge(base, ['pulls/create'])
    const issue = at.addIssue(alice, filled())
    expect(await look(at)).toMatchObject({ did: [`#${issue} linked`] })
    const [, address = ''] = /\]\((\S+)\)/.exec(at.under(issue)[0] ?? '') ?? []
    expect(new URL(address).searchParams.get('filename')).toBe('users/alice/dev.ts')
    expect(new URL(address).searchParams.get('value')).toContain(`session('dev', {`)
  })

  test('that GitHub does not answer for keeps nobody waiting', async () => {
    const at = await labForge(base)
    at.double.misbehave({ on: 'issues/list-comments', how: 'forbidden' })
    at.addIssue(alice, filled())
    at.addIssue(bob, filled({ name: 'two' }))
    expect((await look(at)).did).toEqual(['#1 failed', '#2 opened'])
  })
})

test('an issue without the label, a closed one, and one that is not there are no forms', async () => {
  const at = await labForge(base)
  const talk = at.addIssue(alice, filled(), ['question'])
  const closed = at.addIssue(alice, filled())
  at.changeIssue(closed, { isOpen: false })
  for (const only of [undefined, talk, closed, 99]) expect(await look(at, only)).toEqual({ did: [], written: [] })
})

describe('in the name of the form’s author is only what the form makes', () => {
  test.each<[what: string, change: (at: LabForge, issue: number) => void]>([
    [
      'somebody pushes to the branch',
      (at, issue) => at.setBranch(`form/${issue}`, { 'users/alice/dev.ts': session('dev', 3) }),
    ],
    [
      'somebody adds a file to the branch',
      (at, issue) => at.setBranch(`form/${issue}`, { 'users/alice/more.ts': session('more') }),
    ],
    ['the issue says something else by now', (at, issue) => at.changeIssue(issue, { text: filled({ hours: '2' }) })],
    ['the issue is closed', (at, issue) => at.changeIssue(issue, { isOpen: false })],
    ['the issue is another’s', (at, issue) => at.changeIssue(issue, { by: bob })],
  ])('%s: it is a stranger’s', async (_, change) => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled())
    await look(at)
    change(at, issue)
    const [pull] = at.pulls()
    expect(await verdictOn(at, pull?.number ?? 0)).toMatchObject({
      by: 'uci-lab[bot]',
      kind: 'stranger',
      verdict: 'refused',
    })
  })

  test('a pull request of a member from such a branch is that member’s', async () => {
    const at = await labForge(base)
    const issue = at.addIssue(alice, filled())
    const pull = at.addPull(bob, { 'users/alice/dev.ts': session() }, `form/${issue}`)
    expect(await verdictOn(at, pull)).toMatchObject({ by: 'bob', kind: 'foreign', verdict: 'refused' })
  })
})
