import { expect, test } from 'vitest'
import type { Finding } from '../model/finding.ts'
import { askOf } from './ask-of.ts'
import { asks, wrong } from './facts.fixture.ts'
import { reason } from './reason.ts'

const ask = (...open: readonly Finding[]) => askOf(open.map((finding) => reason('ask', 'finding-open', { finding })))

test('nothing open, nothing asked', () => {
  expect(ask()).toBeUndefined()
  expect(askOf([reason('refuse', 'finding-refused', { finding: wrong() })])).toBeUndefined()
})

test('the same for the same, however it is written', () => {
  const moved = { ...asks(8), place: { file: 'users/alice/dev.ts', line: 40 } }
  expect(ask(moved)).toBe(ask(asks(8)))
  expect(ask(asks(8), asks(9))).toBe(ask(asks(9), asks(8)))
  expect(ask(asks(8), asks(8))).toBe(ask(asks(8)))
})

test.each<[string, readonly Finding[]]>([
  ['more', [asks(9)]],
  ['less', [asks(7)]],
  ['another request', [asks(8, 'alice/train')]],
  ['another member', [asks(8, 'bob/dev')]],
  ['something else too', [asks(8), { ...asks(8), code: 'member-cpu' } as Finding]],
  ['a text that looks like the number', [{ ...asks(8), lift: '8' }]],
])('another for %s', (_, open) => {
  expect(ask(...open)).not.toBe(ask(asks(8)))
})

test('long enough that nobody finds two of one', () => {
  expect(ask(asks(8))).toMatch(/^[0-9a-f]{32}$/)
})
