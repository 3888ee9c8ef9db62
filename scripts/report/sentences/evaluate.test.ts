import { describe, expect, test } from 'vitest'
import type { EvaluateCodes, SyntaxSlip } from '../../model/codes/evaluate.ts'
import { evaluateSentences } from './evaluate.ts'

const told = ({ what, fix }: { what: string; fix: string }): string => `${what} ${fix}`

describe('a slip of the pen', () => {
  const table: readonly (readonly [SyntaxSlip, word: string, text: string])[] = [
    ['open', '(', 'This `(` is never closed. Write `)` where what it holds ends.'],
    ['extra', '}', 'This `}` closes nothing. Remove it, or write what it should close.'],
    ['quote', "'", "This `'` has no partner. Write a quote at both ends of a text, on one line."],
    ['quote', '`', 'This `ˋ` has no partner. Write a quote at both ends of a text, on one line.'],
    ['comma', "'1x24GB'", "A comma is missing after `'1x24GB'`. Write `,` there."],
    ['colon', 'gpu', 'A colon is missing after `gpu`. Write `gpu:`.'],
    [
      'unquoted',
      '16Gi',
      "`16Gi` is neither a number nor a text. Write a number without letters, or a text in quotes: `'16Gi'`.",
    ],
    ['bare-options', 'hours', 'Options stand in braces, and `hours` does not. Write `{ hours: … }`.'],
  ]
  test.each(table)('%s %s', (slip, word, text) => {
    expect(told(evaluateSentences['syntax-error']({ message: 'm', slip, word }))).toBe(text)
  })

  test('one that nobody recognises is told in the reader’s words', () => {
    const { what } = evaluateSentences['syntax-error']({ message: 'Expression expected' })
    expect(what).toBe('This is no TypeScript that can be read: `Expression expected`.')
  })
})

describe('what was meant by an import', () => {
  const table: readonly (readonly [EvaluateCodes['import-refused'], fix: string])[] = [
    [{ specifier: 'lab', why: 'package' }, "Write `'#lab'`."],
    [{ specifier: '@lab', why: 'package' }, "Write `'#lab'`."],
    [{ specifier: 'uci-datalab', why: 'package' }, "Write `'#lab'`."],
    [
      { specifier: 'numpy', why: 'package' },
      "Remove it. Templates come from `'#lab'`, your own files from `'./name.ts'`.",
    ],
  ]
  test.each(table)('%j', (args, fix) => {
    expect(evaluateSentences['import-refused'](args).fix).toBe(fix)
  })

  test('a file that is not there', () => {
    expect(evaluateSentences['import-missing']({ specifier: './lab' }).fix).toBe("Write `'#lab'`.")
    expect(evaluateSentences['import-missing']({ specifier: './dta', near: './data.ts' }).fix).toBe(
      "Did you mean `'./data.ts'`?",
    )
  })
})

test.each<[EvaluateCodes['name-unknown'], string]>([
  [{ name: 'gpu', assigned: true }, 'Write options in braces and with colons: `{ gpu: … }`.'],
  [{ name: 'True', near: 'true' }, 'Did you mean `true`?'],
  [{ name: 'foo' }, "Import it from `'#lab'` or from your own file, or mend its spelling."],
])('a name that nobody knows: %j', (args, fix) => {
  expect(evaluateSentences['name-unknown'](args).fix).toBe(fix)
})
