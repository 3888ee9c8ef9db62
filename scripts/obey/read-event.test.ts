import { expect, test } from 'vitest'
import type { Json } from '../model/json.ts'
import { readEvent } from './read-event.ts'

const sender = { login: 'root', id: 1, type: 'User' }

test.each<[what: string, payload: Json, expected: unknown]>([
  [
    'a comment',
    { action: 'created', sender, issue: { number: 118, title: '$(id)' }, comment: { id: 987_654, body: '/grant' } },
    { action: 'created', sender: { login: 'root', id: 1 }, issue: 118, comment: 987_654 },
  ],
  [
    'an issue',
    { action: 'opened', sender, issue: { number: 12 } },
    { action: 'opened', sender: { login: 'root', id: 1 }, issue: 12 },
  ],
  ['a push', { ref: 'refs/heads/main', sender }, undefined],
  ['no sender', { action: 'created', issue: { number: 1 } }, undefined],
  ['numbers as texts', { action: 'created', sender: { login: 'root', id: '1' }, issue: { number: 1 } }, undefined],
  ['nothing', null, undefined],
])('%s', (_, payload, expected) => {
  expect(readEvent(payload)).toEqual(expected)
})
