import { expect, test } from 'vitest'
import { placeAt } from './place-at.ts'

test.each<[text: string, start: number, end: number | undefined, from: string, to: string]>([
  ['abc', 0, undefined, '1:1', '1:2'],
  ['abc', 1, 3, '1:2', '1:4'],
  ['abc', 3, 3, '1:4', '1:4'],
  ['a\nbc', 2, 4, '2:1', '2:3'],
  ['a\nbc', 1, 2, '1:2', '2:1'],
  ['a\r\nbc', 3, 5, '2:1', '2:3'],
  ['a\rb\u2028c', 4, 5, '1:5', '1:6'],
  ['😀b', 2, 3, '1:3', '1:4'],
  ['\n\n\n', 2, 3, '3:1', '4:1'],
])('%j from %i to %j', (text, start, end, from, to) => {
  const place = placeAt({ file: 'a.ts', text }, start, end)
  expect([`${place.line}:${place.column}`, `${place.endLine}:${place.endColumn}`]).toEqual([from, to])
})
