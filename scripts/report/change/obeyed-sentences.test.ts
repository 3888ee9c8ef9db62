import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import type { FormFault } from '../../model/form.ts'
import type { Refusal } from '../../model/obeyed.ts'
import { formWords } from './form-answer.ts'
import { formSentence } from './form-sentences.ts'
import { newFileUrl } from './new-file-url.ts'
import { commandWords } from './obeyed-answer.ts'
import { refusalSentence } from './obeyed-sentences.ts'

const home = 'https://github.com/uci/lab'
const form = formWords(home)
const command = commandWords(home)
const hostile = '`<b>@root #1 [x](https://e.org) |\n\u202e*y*'

/** Every code once, with a stranger's text wherever one can stand. */
const refusals: readonly Refusal[] = [
  { code: 'misspelt', args: { verb: 'grant' } },
  { code: 'edited', args: {} },
  { code: 'not-the-sender', args: { login: hostile, sender: hostile } },
  { code: 'stranger', args: { login: hostile } },
  { code: 'not-an-admin', args: { login: hostile, admins: ['root', 'boss'] } },
  { code: 'other-account', args: { login: hostile, id: 666, expected: 1 } },
  { code: 'admin-unbound', args: { login: hostile, id: 7 } },
  { code: 'no-write', args: { login: hostile, permission: 'read' } },
  { code: 'not-now', args: {} },
  { code: 'no-pull', args: { verb: 'ask' } },
  { code: 'pull-over', args: { state: 'merged' } },
  { code: 'for-oneself', args: { others: ['boss'] } },
  { code: 'not-a-day', args: { got: hostile } },
  { code: 'day-past', args: { until: '2026-11-23', today: '2026-11-24' } },
  { code: 'day-too-far', args: { until: '2027-11-24', days: 365, limit: 30, last: '2026-12-24' } },
  { code: 'nothing-to-lift', args: { kind: 'requests', verdict: 'auto' } },
  { code: 'ask-changed', args: { asked: 'f'.repeat(32), now: 'e'.repeat(32) } },
  { code: 'say-which', args: {} },
  { code: 'request-unknown', args: { request: hostile, near: 'carol/llm' } },
  { code: 'not-yours', args: { whose: hostile } },
  {
    code: 'grant-judged',
    args: { reasons: [{ code: 'grants-not-by-admin', says: 'refuse', args: { login: hostile } }] },
  },
  { code: 'forge-refused', args: { said: hostile } },
]

const faults: readonly FormFault[] = [
  { code: 'form-not-whole', args: { missing: ['gpu', 'hours'] } },
  { code: 'form-heading-twice', args: { field: 'gpu' } },
  { code: 'form-empty', args: { field: 'name', purpose: 'job' } },
  { code: 'form-option', args: { field: 'gpu', got: hostile } },
  { code: 'form-name', args: { got: hostile, most: 25, write: 'b-root' } },
  { code: 'form-number', args: { field: 'hours', got: hostile, most: 6, purpose: 'session' } },
  { code: 'form-disk', args: { got: hostile, near: 'imagenet' } },
  { code: 'form-size', args: { got: hostile } },
  { code: 'form-code', args: { got: hostile } },
  { code: 'form-too-long', args: { field: 'command', length: 5000, limit: 4000 } },
  { code: 'form-crowded', args: { limit: 5 } },
  { code: 'form-exists', args: { file: 'users/alice/dev.ts' } },
  { code: 'form-stranger', args: { login: hostile, near: 'alice' } },
  { code: 'form-other-account', args: { login: hostile, id: 666, expected: 1001 } },
]

/** Markdown as it is shown, with what stands in code taken out. */
function outsideCode(markdown: string): string {
  return marked.parse(markdown, { async: false }).replaceAll(/<code>.*?<\/code>/gs, '')
}

/** Nothing of a stranger's text does anything. */
function expectHarmless(markdown: string): void {
  const shown = outsideCode(markdown)
  expect(shown).not.toMatch(/@root|#1\b|\/\/e\.org|<b>|<em>|<a /)
  expect(shown).not.toContain('\u202e')
}

test.each(refusals.map((one) => [one.code, one] as const))(
  'refused, %s: says what to do, and nothing is obeyed',
  (_, one) => {
    expect(refusalSentence(one)).toMatch(/^.{15,}\.$/)
    expectHarmless(command.refused(one))
  },
)

test.each(faults.map((one) => [one.code, one] as const))(
  'a form, %s: in its own words, and nothing is obeyed',
  (_, one) => {
    expect(formSentence(one)).toMatch(/^.{15,}\.$/)
    expectHarmless(form.findings([one]))
  },
)

test('two sentences as they are read', () => {
  expect(
    refusalSentence({ code: 'day-too-far', args: { until: '2027-11-24', days: 365, limit: 30, last: '2026-12-24' } }),
  ).toBe('2027-11-24 is 365 days ahead, and at most 30 are allowed. Write `until=2026-12-24` or an earlier day.')
  expect(formSentence({ code: 'form-number', args: { field: 'hours', got: '7', most: 6, purpose: 'session' } })).toBe(
    '**Hours**: `7` will not do. Write a whole number from 1 to 6, which is the most for a session.',
  )
})

describe('of a form', () => {
  const answers = { purpose: 'session', name: 'dev', gpu: '1x24GB', hours: 6, image: 'pytorch' } as const
  const request = { login: 'alice', answers, file: 'users/alice/dev.ts', text: '' }

  test('title and text name nobody and nothing foreign', () => {
    expect(form.title(request)).toBe('alice: session dev, 1x24GB, 6 h')
    expect(form.title({ ...request, answers: { purpose: 'disk', name: 'imagenet', size: '2Ti' } })).toBe(
      'alice: disk imagenet, 2Ti',
    )
    expect(form.text(request, 12)).toContain('Closes #12')
  })

  test('a text in an address stays a text', () => {
    const url = new URL(newFileUrl(home, 'users/alice/dev.ts', "a&b=c#d + 'é'\n"))
    expect(url.pathname).toBe('/uci/lab/new/main')
    expect([...url.searchParams]).toEqual([
      ['filename', 'users/alice/dev.ts'],
      ['value', "a&b=c#d + 'é'\n"],
    ])
    expect(newFileUrl('h', 'f', 'a b)')).not.toMatch(/[\s)]/)
  })
})
