import { expect, test } from 'vitest'
import type { Conclusion } from '../model/forge.ts'
import { sharedChecks } from './shared-checks.ts'

function marked(head: string, conclusion: Conclusion) {
  return {
    head,
    marks: { check: { conclusion, title: head, summary: '', annotations: [] }, labels: [], reviewers: [] },
  }
}

test.each<[string, readonly (readonly [string, Conclusion])[], readonly Conclusion[]]>([
  [
    'each its own',
    [
      ['a', 'failure'],
      ['b', 'success'],
    ],
    ['failure', 'success'],
  ],
  [
    'one commit in two: the better',
    [
      ['a', 'failure'],
      ['a', 'success'],
    ],
    ['success', 'success'],
  ],
  [
    'whichever is older',
    [
      ['a', 'action_required'],
      ['a', 'failure'],
    ],
    ['action_required', 'action_required'],
  ],
  [
    'what we could not tell is the weakest',
    [
      ['a', 'cancelled'],
      ['a', 'failure'],
    ],
    ['failure', 'failure'],
  ],
])('%s', (_, pulls, expected) => {
  const shared = sharedChecks(pulls.map(([head, conclusion]) => marked(head, conclusion)))
  expect(shared.map(({ marks }) => marks.check.conclusion)).toEqual(expected)
})
