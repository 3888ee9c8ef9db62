import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '../model/finding.ts'
import { excerptOf } from './excerpt.ts'
import { widthOf } from './width.ts'

type Where = Omit<Place, 'file'>

function drawn(line: string, where: Where, width = 60): readonly string[] {
  const excerpt = excerptOf({ file: 'a.ts', line: 1, ...where }, [line], width)
  return excerpt === undefined ? [] : [excerpt.text, excerpt.mark]
}

const long = `${'a'.repeat(100)}HERE${'b'.repeat(100)}`

describe('the line and the mark under the place', () => {
  test.each<[string, string, Where, readonly string[]]>([
    ['a range', 'hours: 12,', { column: 8, endColumn: 10 }, ['hours: 12,', '       ^^']],
    ['a column only', 'hours: 12,', { column: 8 }, ['hours: 12,', '       ^']],
    ['a line only', '  hours: 12,', {}, ['hours: 12,', '^^^^^^^^^^']],
    ['indentation', '    hours: 12', { column: 5, endColumn: 10 }, ['hours: 12', '^^^^^']],
    ['tabs', '\tgpu:\t"a"', { column: 7, endColumn: 10 }, ['gpu:  "a"', '      ^^^']],
    ['wide characters', "'漢字🚀', x", { column: 9, endColumn: 10 }, ["'漢字🚀', x", '          ^']],
    ['wide characters inside', "f('漢字')", { column: 3, endColumn: 7 }, ["f('漢字')", '  ^^^^^^']],
    ['combining marks', 'e\u0301e\u0301x', { column: 5, endColumn: 6 }, ['\u00e9\u00e9x', '  ^']],
    ['hidden characters', 'a\u202eb c', { column: 5, endColumn: 6 }, ['a␣202eb c', '        ^']],
    ['the end of the line', 'ab', { column: 3, endColumn: 3 }, ['ab', '  ^']],
    ['beyond the end', 'ab', { column: 9, endColumn: 12 }, ['ab', '  ^']],
    ['several lines', 'mounts: {  ', { column: 9, endLine: 4, endColumn: 2 }, ['mounts: {', '        ^']],
    ['an end before the start', 'abc', { column: 3, endColumn: 1 }, ['abc', '  ^']],
    ['a blank line', '   ', { column: 1 }, []],
    ['a line that is not there', 'abc', { line: 2, column: 1 }, []],
  ])('%s', (_, line, where, expected) => {
    expect(drawn(line, where)).toEqual(expected)
  })

  test('no line, no excerpt', () => {
    expect(excerptOf({ file: 'a.ts' }, ['abc'], 60)).toBeUndefined()
  })
})

describe('a long line is cut around the place', () => {
  test.each<[string, Where, readonly string[]]>([
    ['in the middle', { column: 101, endColumn: 105 }, ['…aaaaaaaaaaaaaHEREbbbbbbb…', '              ^^^^']],
    ['at the start', { column: 1, endColumn: 2 }, ['aaaaaaaaaaaaaaaaaaaaaaaaa…', '^']],
    ['at the end', { column: 204, endColumn: 205 }, ['…bbbbbbbbbbbbbbbbbbbbbbbbb', '                         ^']],
  ])('%s', (_, where, expected) => {
    const [text = '', mark = ''] = drawn(long, where, 26)
    expect(widthOf(text)).toBe(26)
    expect([text, mark]).toEqual(expected)
  })

  test('so is a long place', () => {
    expect(drawn(`f(${'x'.repeat(500)})`, { column: 3, endColumn: 503 }, 20)).toEqual([
      'f(xxxxxxxxxxx…)',
      '  ^^^^^^^^^^^^',
    ])
  })

  test('a megabyte is no trouble', () => {
    const [text = ''] = drawn(`${'漢'.repeat(500_000)}x${'y'.repeat(500_000)}`, { column: 500_001, endColumn: 500_002 })
    expect(text).toMatch(/^…漢+xy+…$/)
  })
})

test('the mark stands inside the text, and the text inside the width, whatever the line', () => {
  const piece = fc.oneof(
    fc.constantFrom('\t', '漢', '🚀', 'e\u0301', ' ', '\u202e'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  )
  const line = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(line, fc.nat(70), fc.nat(20), fc.integer({ min: 20, max: 60 }), (text, start, length, width) => {
      const [shown, mark] = drawn(text, { column: start + 1, endColumn: start + 1 + length }, width)
      if (shown === undefined || mark === undefined) return
      expect(widthOf(shown)).toBeLessThanOrEqual(width)
      expect(mark.length).toBeLessThanOrEqual(widthOf(shown) + 1)
      expect(mark).toMatch(/^ *\^+$/)
    }),
  )
})
