import { expect, test } from 'vitest'
import type { Unreadable } from '../../model/change.ts'
import { facts } from '../facts.fixture.ts'
import { readable } from './readable.ts'

test('a change that can be read', () => {
  expect(readable(facts())).toEqual([])
})

test.each<[Unreadable, object]>([
  [
    { unreadable: 'conflict', paths: ['a'] },
    { says: 'refuse', code: 'conflict', args: { paths: ['a'] } },
  ],
  [{ unreadable: 'unrelated' }, { says: 'refuse', code: 'unrelated' }],
  [
    { unreadable: 'too-many-paths', limit: 200 },
    { says: 'refuse', code: 'too-many-paths', args: { limit: 200 } },
  ],
  [
    { unreadable: 'too-large', paths: ['a'] },
    { says: 'refuse', code: 'too-large', args: { paths: ['a'] } },
  ],
  [
    { unreadable: 'malformed', said: 'x' },
    { says: 'refuse', code: 'malformed', args: { said: 'x' } },
  ],
  [
    { unreadable: 'crowded', limit: 5 },
    { says: 'refuse', code: 'too-many-pulls', args: { limit: 5 } },
  ],
  [{ unreadable: 'gone' }, { says: 'unknown', code: 'head-gone' }],
  [
    { unreadable: 'unknown', said: 'x' },
    { says: 'unknown', code: 'change-unknown', args: { said: 'x' } },
  ],
])('%j', (change, expected) => {
  expect(readable(facts({ change }))).toMatchObject([expected])
})
