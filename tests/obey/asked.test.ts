import { expect, test } from 'vitest'
import type { Marks } from '../../scripts/model/forge.ts'
import { stillAsked } from '../../scripts/pipeline/obey/asked.ts'

const check: Marks['check'] = { conclusion: 'action_required', title: '', summary: '', annotations: [] }

test.each<[what: string, wanted: readonly string[], borne: readonly string[], expected: readonly string[]]>([
  ['stands while an admin has to decide', ['gpu', 'needs-admin'], ['asked', 'gpu'], ['gpu', 'needs-admin', 'asked']],
  ['is gone once that is settled', ['gpu', 'ready'], ['asked', 'gpu'], ['gpu', 'ready']],
  ['was never asked', ['needs-admin'], ['gpu'], ['needs-admin']],
])('a question %s', (_, labels, borne, expected) => {
  expect(stillAsked({ check, labels, reviewers: [] }, { labels: borne }).labels).toEqual(expected)
})
