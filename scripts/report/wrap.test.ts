import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from './width.ts'
import { wrap } from './wrap.ts'

test.each<[string, number, readonly string[]]>([
  ['', 10, ['']],
  ['one two three', 20, ['one two three']],
  ['one two three', 8, ['one two', 'three']],
  ['one two three', 7, ['one two', 'three']],
  ['see https://nrp.ai/documentation now', 12, ['see', 'https://nrp.ai/documentation', 'now']],
  ['漢字 漢字 漢字', 9, ['漢字 漢字', '漢字']],
])('%j at %d columns', (text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

test('loses nothing, and only a single word is wider than the page', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(text, width)
      expect(lines.join(' ')).toBe(text)
      for (const line of lines) expect(widthOf(line) <= width || !line.trim().includes(' ')).toBe(true)
    }),
  )
})
