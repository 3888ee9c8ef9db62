import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import awkward from './awkward.json' with { type: 'json' }
import { scalarText } from './scalar.ts'

/** What kubectl's reader says of each text when it is written bare: see `reader` in the file. */
const heardOtherwise = awkward.rows.filter((row) => row.text !== row.heard)

describe('what kubectl’s reader takes for something else', () => {
  test('is a long list, so that the next test means something', () => {
    expect(heardOtherwise.length).toBeGreaterThan(100)
    expect(heardOtherwise.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['yes', 'y', '1_000', '0o14', '0x1f', '~', ' a']),
    )
  })

  test.each(heardOtherwise)('$text is quoted', ({ text }) => {
    expect(scalarText(text)).toMatch(/^".*"$/)
  })
})

describe('how texts are written', () => {
  test.each([
    ['alice-dev', 'alice-dev'],
    ['docker.io/pytorch/pytorch:2.9.0-cuda12.8', 'docker.io/pytorch/pytorch:2.9.0-cuda12.8'],
    ['trap exit TERM; sleep infinity & wait', 'trap exit TERM; sleep infinity & wait'],
    ['/data', '/data'],
    ['-c', '-c'],
    ['--lr', '--lr'],
    ['100Gi', '100Gi'],
    ['500m', '500m'],
    ['4', '"4"'],
    ['1.5Gi', '"1.5Gi"'],
    ['1:30', '"1:30"'],
    ['2024-01-01', '"2024-01-01"'],
    ['=', '"="'],
    ['<<', '"<<"'],
    ['-', '"-"'],
    ['---', '"---"'],
    ['', '""'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['a:', '"a:"'],
    ['a ', '"a "'],
    ['say "hi"\\', 'say "hi"\\'],
    ['"hi"\\', '"\\"hi\\"\\\\"'],
    ['a\tb', '"a\\tb"'],
    ['a\r\n', '"a\\r\\n"'],
    ['Müller', '"Müller"'],
    ['漢字 😀', '"漢字 😀"'],
    ['a\u00a0b', '"a\\u00A0b"'],
    ['\u202etxt.exe', '"\\u202Etxt.exe"'],
    ['\u2028', '"\\u2028"'],
    ['\ufeff', '"\\uFEFF"'],
    ['\u0085', '"\\u0085"'],
    ['\u0000', '"\\u0000"'],
    ['\u{e0001}', '"\\U000E0001"'],
  ])('%j as %s', (text, written) => {
    expect(scalarText(text)).toBe(written)
    expect(parse(`v: ${written}`, { version: '1.1' })).toEqual({ v: text })
  })
})
