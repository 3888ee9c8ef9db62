import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { code } from './code.ts'
import { prose } from './prose.ts'

describe('code()', () => {
  test.each([
    ['users/alice/dev.ts', '`users/alice/dev.ts`'],
    ['', '`␣`'],
    ['  ', '`␣`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``` x', '```` ``` x ````'],
    ['x `', '`` x ` ``'],
    [' x ', '`  x  `'],
    ['a|b', '`a¦b`'],
    ['a\nb\u202e', '`a␣ab␣202e`'],
    ['x'.repeat(201), `\`${'x'.repeat(200)}…\``],
    ['e\u0301', '`\u00e9`'],
  ])('%j as %s', (text, written) => {
    expect(code(text)).toBe(written)
  })

  test('is one code span, whatever is inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '|', '\n', '\\') }), (text) => {
        const written = code(text)
        const [fence = ''] = /^`+/.exec(written) ?? []
        const runs = (written.match(/`+/g) ?? []).filter((run) => run.length === fence.length)
        expect(runs).toHaveLength(2)
        expect(written.endsWith(fence)).toBe(true)
      }),
    )
  })
})

describe('a sentence in Markdown', () => {
  test.each<[string, readonly string[], string]>([
    ['A session may run for 6 hours at most.', [], 'A session may run for 6 hours at most.'],
    ['Write `hours: 6`, please.', [], 'Write `hours: 6`, please.'],
    ['The disk data is gone.', ['data'], 'The disk `data` is gone.'],
    ['All databases: data.', ['data'], 'All databases: `data`.'],
    ['A approved by admin.', ['approved by admin'], 'A `approved by admin`.'],
    ['Two foreign: a.b and a.', ['a', 'a.b'], 'Two foreign: `a.b` and `a`.'],
    ['A regular one: a.*b', ['.*', 'a.*b'], 'A regular one: `a.*b`'],
    ['Ask @admin or see #12, GH-12.', [], 'Ask `@admin` or see `#12,` `GH-12.`'],
    ['See https://evil.example or www.evil.example now.', [], 'See `https://evil.example` or `www.evil.example` now.'],
    [
      '[x](y) ![z](w) <b>bold</b> *em* __st__ ~~del~~',
      [],
      '`[x](y)` `![z](w)` `<b>bold</b>` `*em*` `__st__` `~~del~~`',
    ],
    ['a &amp; b | c \\ d $x$ :tada:', [], 'a `&amp;` b `¦` c `\\` d `$x$` `:tada:`'],
    ['Commit 0123456789abcdef0123456789abcdef01234567.', [], 'Commit `0123456789abcdef0123456789abcdef01234567.`'],
    ['Side by side: `a``b`, x:y', ['x', 'y'], 'Side by side: `a` `b`, `x`:`y`'],
    ['Glued: x@y', ['x', 'y'], 'Glued: `x` `@` `y`'],
    [
      'Ends at 04:58, or 16:30. No time: 4:5, x:y, :100:',
      [],
      'Ends at 04:58, or 16:30. No time: `4:5,` `x:y,` `:100:`',
    ],
    ['An open ` backtick', [], 'An open `  backtick `'],
  ])('%s', (sentence, foreign, written) => {
    expect(prose(sentence, foreign)).toBe(written)
  })
})
