import { describe, expect, test } from 'vitest'
import type { CommandedPull, CommandFacts } from '../../model/command.ts'
import type { Reason } from '../../model/decision.ts'
import { finding } from '../../model/finding.ts'
import type { IssueComment } from '../../model/forge.ts'
import type { Obeyed } from '../../model/obeyed.ts'
import { obey } from './obey.ts'

const root = { login: 'root', id: 1 }
const boss = { login: 'boss', id: 2 }
const carol = { login: 'carol', id: 1003 }
const alice = { login: 'alice', id: 1001 }
const roster: CommandFacts['roster'] = {
  admins: ['root', 'boss', 'late'],
  members: { root: { id: 1 }, boss: { id: 2 }, late: {}, carol: { id: 1003 }, alice: { id: 1001 } },
}
const ask = '0123456789abcdef0123456789abcdef'
const head = 'a'.repeat(40)
const grantLine = `/grant ${ask} until=2026-12-10`

function open(gpus: number, request = 'carol/llm'): Reason {
  const args = { member: 'carol', asked: gpus, limit: 4, room: 4, most: [{ request, amount: gpus }], others: 0 }
  const found = finding('member-gpus', args, { file: `users/${request}.ts` }, { request, lift: gpus })
  return { code: 'finding-open', says: 'ask', args: { finding: found } }
}

function image(name: string, request = 'carol/llm'): Reason {
  const found = {
    ...finding('image-unlisted', { image: name, allowed: [] }, { file: `users/${request}.ts` }),
    request,
    lift: name,
  }
  return { code: 'finding-open', says: 'ask', args: { finding: found } } as unknown as Reason
}

function lifted(reason: Reason, pull: number): Reason {
  if (reason.code !== 'finding-open') throw new Error('not open')
  const args = { finding: reason.args.finding, by: 'root', until: '2026-12-01', pull }
  return { code: 'finding-lifted', says: 'grant', args }
}

const pull: CommandedPull = { number: 118, head, author: carol, state: 'open' }
const decision: NonNullable<CommandFacts['decision']> = {
  kind: 'requests',
  verdict: 'needs-admin',
  reasons: [open(8)],
  ask,
}

type Changes = Partial<Omit<CommandFacts, 'comment'>> & {
  readonly text?: string
  readonly comment?: Partial<IssueComment>
}

/** Root grants what carol asks for, at the head that was read. */
function facts({ text = grantLine, comment = {}, ...changes }: Changes = {}): CommandFacts {
  const sender = changes.sender ?? root
  return {
    comment: { id: 987_654, under: 118, by: sender, text, isEdited: false, ...comment },
    sender,
    isCurrent: true,
    permission: 'write',
    roster,
    maxDays: 30,
    today: '2026-11-24',
    pull,
    decision,
    requests: new Set(['carol/llm', 'alice/dev']),
    ...changes,
  }
}

function said(obeyed: Obeyed): string {
  return obeyed.did === 'refuse' ? `refuse ${obeyed.refusal.code}` : obeyed.did
}

/** An exact optional property cannot be set to nothing. */
function without(key: 'pull' | 'decision', changes: Changes = {}): CommandFacts {
  const { [key]: _, ...rest } = facts(changes)
  return rest
}

describe('a grant', () => {
  test.each<[what: string, facts: CommandFacts, expected: string]>([
    ['by an admin', facts(), 'grant'],
    ['by an admin of the repository', facts({ permission: 'admin' }), 'grant'],
    ['by a member', facts({ sender: alice }), 'refuse not-an-admin'],
    ['by its author, a member', facts({ sender: carol }), 'refuse not-an-admin'],
    ['by a stranger', facts({ sender: { login: 'mallory', id: 666 } }), 'refuse stranger'],
    ['by somebody who took an admin’s login', facts({ sender: { login: 'root', id: 666 } }), 'refuse other-account'],
    ['by an admin’s login in other capitals', facts({ sender: { login: 'Root', id: 1 } }), 'refuse stranger'],
    ['by a login that every object has', facts({ sender: { login: 'constructor', id: 1 } }), 'refuse stranger'],
    ['by an admin without a number', facts({ sender: { login: 'late', id: 7 } }), 'refuse admin-unbound'],
    ['by an admin who may only read', facts({ permission: 'read' }), 'refuse no-write'],
    ['by an admin who was taken out of the repository', facts({ permission: 'none' }), 'refuse no-write'],
    ['edited', facts({ comment: { isEdited: true } }), 'refuse edited'],
    ['of an event by another', facts({ comment: { by: boss } }), 'refuse not-the-sender'],
    ['on an older main', facts({ isCurrent: false }), 'refuse not-now'],
    ['that nobody judged', without('decision'), 'refuse not-now'],
    ['under an issue', without('pull'), 'refuse no-pull'],
    ['under a merged one', facts({ pull: { ...pull, state: 'merged' } }), 'refuse pull-over'],
    ['under a closed one', facts({ pull: { ...pull, state: 'closed' } }), 'refuse pull-over'],
    ['for oneself, while another could', facts({ pull: { ...pull, author: root } }), 'refuse for-oneself'],
    [
      'for oneself, as the only admin',
      facts({ pull: { ...pull, author: root }, roster: { ...roster, admins: ['root'] } }),
      'grant',
    ],
    ['of another ask', facts({ text: `/grant ${'f'.repeat(32)} until=2026-12-10` }), 'refuse ask-changed'],
    ['of the ask’s first letters', facts({ text: `/grant ${ask.slice(0, 7)} until=2026-12-10` }), 'refuse ask-changed'],
    ['of what passes', facts({ decision: { ...decision, verdict: 'auto' } }), 'refuse nothing-to-lift'],
    ['of what is granted', facts({ decision: { ...decision, verdict: 'granted' } }), 'refuse nothing-to-lift'],
    ['of what is refused for more', facts({ decision: { ...decision, verdict: 'refused' } }), 'refuse nothing-to-lift'],
    ['of nobody knows what', facts({ decision: { ...decision, verdict: 'could-not-tell' } }), 'refuse nothing-to-lift'],
    ['misspelt, by a member', facts({ sender: alice, text: '/grant' }), 'refuse misspelt'],
    ['misspelt, by a stranger', facts({ sender: { login: 'x', id: 9 }, text: '/grant' }), 'refuse stranger'],
    ['in talk', facts({ text: `> ${grantLine}` }), 'nothing'],
  ])('%s', (_, known, expected) => {
    expect(said(obey(known))).toBe(expected)
  })

  test.each<[until: string, expected: string]>([
    ['2026-11-24', 'grant'],
    ['2026-12-24', 'grant'],
    ['2026-11-23', 'refuse day-past'],
    ['2026-12-25', 'refuse day-too-far'],
    ['9999-12-31', 'refuse day-too-far'],
    ['2026-02-30', 'refuse not-a-day'],
    ['2026-12-1', 'refuse not-a-day'],
    ['friday', 'refuse not-a-day'],
    ['20261210', 'refuse not-a-day'],
    ['2026-12-10T00:00', 'refuse not-a-day'],
  ])('until %s', (until, expected) => {
    expect(said(obey(facts({ text: `/grant ${ask} until=${until}` })))).toBe(expected)
  })

  test('too far ahead is told with the last day that would do', () => {
    const obeyed = obey(facts({ text: `/grant ${ask} until=2027-11-24` }))
    expect(obeyed).toMatchObject({ refusal: { args: { days: 365, limit: 30, last: '2026-12-24' } } })
  })

  test('names who, what, until when, by whom and why', () => {
    const text = `${grantLine}\n8-way FSDP of 13B`
    expect(obey(facts({ text }))).toEqual({
      did: 'grant',
      grants: [
        {
          v: 1,
          login: 'carol',
          request: 'llm',
          lifts: [{ code: 'member-gpus', value: 8 }],
          until: '2026-12-10',
          by: 'root',
          byId: 1,
          pull: 118,
          head,
          ask,
          comment: 987_654,
          reason: '8-way FSDP of 13B',
        },
      ],
    })
  })

  test.each<[what: string, reasons: readonly Reason[], expected: unknown]>([
    [
      'one for each request',
      [open(8), open(6, 'carol/eval')],
      { 'carol/llm': [['member-gpus', 8]], 'carol/eval': [['member-gpus', 6]] },
    ],
    ['the largest number of a code', [open(8), open(6)], { 'carol/llm': [['member-gpus', 8]] }],
    [
      'every text of a code',
      [image('ghcr.io/a/b:1'), image('ghcr.io/a/c:1')],
      {
        'carol/llm': [
          ['image-unlisted', 'ghcr.io/a/b:1'],
          ['image-unlisted', 'ghcr.io/a/c:1'],
        ],
      },
    ],
    [
      'what an earlier grant of this pull request lifts stays lifted: it is one file',
      [image('ghcr.io/a/b:1'), lifted(open(8), 118)],
      {
        'carol/llm': [
          ['image-unlisted', 'ghcr.io/a/b:1'],
          ['member-gpus', 8],
        ],
      },
    ],
    [
      'what the grant of another pull request lifts is not given again',
      [image('ghcr.io/a/b:1'), lifted(open(8), 99)],
      { 'carol/llm': [['image-unlisted', 'ghcr.io/a/b:1']] },
    ],
    [
      'a request of which nothing is open keeps its own',
      [open(8), lifted(open(6, 'carol/eval'), 118)],
      { 'carol/llm': [['member-gpus', 8]] },
    ],
  ])('lifts %s', (_, reasons, expected) => {
    const obeyed = obey(facts({ decision: { ...decision, reasons } }))
    const grants = obeyed.did === 'grant' ? obeyed.grants : []
    const shown = grants.map(({ login, request, lifts }) => [
      `${login}/${request}`,
      lifts.map(({ code, value }) => [code, value]),
    ])
    expect(Object.fromEntries(shown)).toEqual(expected)
  })
})

describe('a question', () => {
  test.each<[what: string, facts: CommandFacts, expected: string]>([
    ['of an admin', facts({ text: '/ask why?' }), 'ask'],
    ['of a member', facts({ text: '/ask why?', sender: alice }), 'refuse not-an-admin'],
    ['under an issue', without('pull', { text: '/ask why?' }), 'refuse no-pull'],
    ['under a merged one', facts({ text: '/ask why?', pull: { ...pull, state: 'merged' } }), 'refuse pull-over'],
    ['without words', facts({ text: '/ask' }), 'refuse misspelt'],
  ])('%s', (_, known, expected) => {
    expect(said(obey(known))).toBe(expected)
  })
})

describe('taking back', () => {
  const merged = { ...pull, state: 'merged' } as const
  test.each<[what: string, facts: CommandFacts, expected: string]>([
    ['one’s own pull request', facts({ text: '/cancel', sender: carol, permission: 'read' }), 'close'],
    ['a pull request of another', facts({ text: '/cancel', sender: alice }), 'refuse not-yours'],
    [
      'a pull request of whoever had the login before',
      facts({ text: '/cancel', sender: carol, pull: { ...pull, author: { login: 'carol', id: 5 } } }),
      'refuse not-yours',
    ],
    ['as an admin', facts({ text: '/cancel' }), 'close'],
    ['as an admin without rights', facts({ text: '/cancel', permission: 'read' }), 'refuse not-yours'],
    [
      'with the author’s login and another number',
      facts({ text: '/cancel', sender: { login: 'carol', id: 5 } }),
      'refuse other-account',
    ],
    [
      'what is closed',
      facts({ text: '/cancel', sender: carol, pull: { ...pull, state: 'closed' } }),
      'refuse pull-over',
    ],
    ['what is merged, by no name', facts({ text: '/cancel', sender: carol, pull: merged }), 'refuse say-which'],
    ['what is merged', facts({ text: '/cancel carol/llm', sender: carol, pull: merged }), 'remove'],
    ['one’s own request, from anywhere', without('pull', { text: '/cancel carol/llm', sender: carol }), 'remove'],
    ['another’s request', facts({ text: '/cancel carol/llm', sender: alice }), 'refuse not-yours'],
    ['another’s request, as an admin', facts({ text: '/cancel carol/llm' }), 'remove'],
    ['what is not there', facts({ text: '/cancel carol/lm', sender: carol }), 'refuse request-unknown'],
    ['edited', facts({ text: '/cancel', sender: carol, comment: { isEdited: true } }), 'refuse edited'],
  ])('%s', (_, known, expected) => {
    expect(said(obey(known))).toBe(expected)
  })
})
