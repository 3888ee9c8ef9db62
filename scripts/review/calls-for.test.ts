import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Call, Marks, SeenMarks } from '../model/forge.ts'
import { callsFor } from './calls-for.ts'
import { digestOfCheck } from './digest-of-check.ts'

const check: Marks['check'] = { conclusion: 'success', title: 'fits', summary: 'It fits.', annotations: [] }
const wanted: Marks = { comment: 'fits', check, labels: ['gpu'], reviewers: [] }
const pull = { number: 7, head: 'a'.repeat(40), labels: ['gpu'], asked: [] }
const borne: SeenMarks = { comments: [{ id: 1, text: 'fits' }], check: { id: 2, digest: digestOfCheck(check) } }

/** `edit-comment 1`. */
function told(calls: readonly Call[]): readonly string[] {
  return calls.map((call) => [call.call, 'id' in call ? call.id : ''].join(' ').trim())
}

test.each<[string, Partial<typeof pull>, Partial<Marks>, Partial<SeenMarks>, readonly string[]]>([
  ['nothing differs', {}, {}, {}, []],
  [
    'a new pull request',
    { labels: [] },
    {},
    { comments: [], check: undefined as never },
    ['comment', 'add-labels', 'check'],
  ],
  ['a comment that was edited by hand', {}, {}, { comments: [{ id: 1, text: 'hm' }] }, ['edit-comment 1']],
  ['a comment that was deleted by hand', {}, {}, { comments: [] }, ['comment']],
  [
    'a doubled run',
    {},
    {},
    {
      comments: [
        { id: 1, text: 'fits' },
        { id: 5, text: 'fits' },
      ],
    },
    ['delete-comment 5'],
  ],
  ['a stranger who was a member', {}, { comment: undefined as never }, {}, ['delete-comment 1']],
  ['a label of people’s', { labels: ['gpu', 'urgent'] }, {}, {}, []],
  ['a label of ours that is over', { labels: ['gpu', 'refused'] }, {}, {}, ['remove-label']],
  ['another verdict', {}, { check: { ...check, conclusion: 'failure' } }, {}, ['check']],
  [
    'an admin has to look',
    {},
    { check: { ...check, conclusion: 'action_required' }, reviewers: ['root'] },
    {},
    ['ask-reviewers', 'check'],
  ],
  [
    'who is asked already',
    { asked: ['root'] } as never,
    { check: { ...check, title: 'x' }, reviewers: ['root'] },
    {},
    ['check'],
  ],
  ['who looked is not asked again', {}, { reviewers: ['root'] }, {}, []],
])('%s', (_, of, more, seen, calls) => {
  expect(told(callsFor({ ...pull, ...of }, { ...wanted, ...more }, { ...borne, ...seen }))).toEqual(calls)
})

describe('whatever it bears', () => {
  const texts = fc.constantFrom('fits', 'does not')
  const seen = fc.record({
    comments: fc.array(fc.record({ id: fc.nat(), text: texts }), { maxLength: 3 }),
    check: fc.record({ id: fc.nat(), digest: fc.constantFrom('x', digestOfCheck(check)) }),
  })
  const labels = fc.subarray(['gpu', 'refused', 'urgent'])

  test('afterwards there is nothing left to send, and one comment', () => {
    fc.assert(
      fc.property(seen, labels, texts, (marks, borneLabels, comment) => {
        const want = { ...wanted, comment }
        const of = { ...pull, labels: borneLabels }
        const after = carriedOut(of, marks, callsFor(of, want, marks))
        expect(callsFor(after.of, want, after.marks)).toEqual([])
        expect(after.marks.comments.map(({ text }) => text)).toEqual([comment])
        expect(after.of.labels.includes('urgent')).toBe(borneLabels.includes('urgent'))
      }),
    )
  })
})

function carriedOut(of: typeof pull, marks: SeenMarks, calls: readonly Call[]): { of: typeof pull; marks: SeenMarks } {
  let comments = [...marks.comments]
  let labels = [...of.labels]
  let digest = marks.check?.digest ?? ''
  for (const call of calls) {
    if (call.call === 'comment') comments.push({ id: -1, text: call.text })
    if (call.call === 'edit-comment')
      comments = comments.map((one) => (one.id === call.id ? { ...one, text: call.text } : one))
    if (call.call === 'delete-comment') {
      const index = comments.findLastIndex(({ id }) => id === call.id)
      comments = comments.filter((_, at) => at !== index)
    }
    if (call.call === 'add-labels') labels.push(...call.labels)
    if (call.call === 'remove-label') labels = labels.filter((label) => label !== call.label)
    if (call.call === 'check') digest = call.digest
  }
  return { of: { ...of, labels }, marks: { comments, check: { id: 1, digest } } }
}
