import { expect, test } from 'vitest'
import { fault } from '../../scripts/model/finding.ts'
import { summaryText, tableText } from './report.ts'
import type { Comparison } from './verdict/compare.ts'

const one = (parts: Partial<Comparison>): Comparison => ({
  kind: 'Pod',
  changes: ['none'],
  manifest: {},
  verdict: { verdict: 'accepted' },
  agreement: 'both accept',
  faults: [],
  labs: [],
  ...parts,
})

const comparisons = [
  one({}),
  one({ kind: 'Job', changes: ['null', 'range', 'null'], agreement: 'both refuse', place: 'differs' }),
  one({ changes: ['range'], agreement: 'wrongly refused' }),
  one({ agreement: 'the lab alone', labs: [fault('env-duplicate', { name: 'A' }, [], { law: { by: 'lab' } })] }),
]

test('a manifest counts under its kind and once under each change that was made in it', () => {
  const rows = tableText(comparisons).split('\n')
  const cells = rows.map((row) => row.replaceAll(/ {2,}/g, '|'))
  expect(cells).toEqual([
    '|asked|both accept|both refuse|we accept|we refuse|lab alone|unknown|same place|other place|no place',
    'Pod|3|1|0|0|1|1|0|0|0|0',
    'Job|1|0|1|0|0|0|0|0|1|0',
    'none|2|1|0|0|0|1|0|0|0|0',
    'range|2|0|1|0|1|0|0|0|1|0',
    'null|1|0|1|0|0|0|0|0|1|0',
    'all|4|1|1|0|1|1|0|0|1|0',
  ])
})

test('what is the lab’s alone is listed by its code', () => {
  expect(summaryText(comparisons)).toBe(
    [
      'wrongly accepted: 0 of 4',
      'wrongly refused: 1 of 4, 25.00 %',
      'another place: 1 of 1, 100.00 %',
      'panics of the server: 0',
      'the lab alone: env-duplicate 1',
    ].join('\n'),
  )
})
