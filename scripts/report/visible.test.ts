import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disarmed } from './disarmed.ts'
import { visible } from './visible.ts'
import { visibleJson } from './visible-json.ts'

const hidden = /[\p{C}\p{Zl}\p{Zp}]/u

describe('foreign text is seen as it is', () => {
  test.each([
    ['a plain text', 'a plain text'],
    ['Müller, 漢字, 😀', 'Müller, 漢字, 😀'],
    ['a\nb\r\tc', 'a␣ab␣d␣9c'],
    ['\u001b[31mred', '␣1b[31mred'],
    ['\u009b31m', '␣9b31m'],
    ['\u202egpj.exe', '␣202egpj.exe'],
    ['a\u200bb\ufeffc\u00add', 'a␣200bb␣feffc␣add'],
    ['\u2028\u2029', '␣2028␣2029'],
    ['\u3164\u115f', '␣3164␣115f'],
    ['\u{e0041}', '␣e0041'],
    ['\ud800', '␣d800'],
    ['\ue000 \u0378', '␣e000 ␣378'],
    ['e\u0301', '\u00e9'],
    ['❤\ufe0f', '❤\ufe0f'],
  ])('%j as %s', (text, seen) => {
    expect(visible(text)).toBe(seen)
  })

  test('is cut where it is too long, never inside a character', () => {
    expect(visible('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`)
    expect(visible(`${'x'.repeat(9)}😀😀`, 10)).toBe(`${'x'.repeat(9)}…`)
  })

  test('holds nothing hidden, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(hidden)
      }),
    )
  })
})

describe('a log obeys nothing of it', () => {
  test.each([
    ['::error::x', '␣::error::x'],
    ['a\n  ::set-output name=x::y', 'a\n  ␣::set-output name=x::y'],
    ['a ::error::x', 'a ::error::x'],
    ['std::vector, ##[error]', 'std::vector, ##␣[error]'],
    ['\u00a0::stop-commands::x', '\u00a0␣::stop-commands::x'],
  ])('%j as %j', (text, safe) => {
    expect(disarmed(text)).toBe(safe)
  })
})

describe('JSON shows what is hidden, and stays the same data', () => {
  test('escapes it', () => {
    expect(visibleJson(['\u001b\u202e\u009b\u2028', '##[error]', '\u{e0041}'])).toBe(
      '[\n  "\\u001b\\u202e\\u009b\\u2028",\n  "#\\u0023[error]",\n  "\\udb40\\udc41"\n]\n',
    )
  })

  test('for any data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (data) => {
        const text = visibleJson(data)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)))
        expect(text.replaceAll('\n', '')).not.toMatch(hidden)
      }),
    )
  })
})
