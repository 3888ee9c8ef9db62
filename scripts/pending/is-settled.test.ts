import { expect, test } from 'vitest'
import { isSettled } from './is-settled.ts'
import { recorded } from './recorded.fixture.ts'

test('what was recorded of a real server needs no more looks, but for what passes by itself in minutes', () => {
  const open = recorded.filter(([, progress]) => !isSettled(progress)).map(([key]) => key)
  expect(open).toEqual(['Pod/unbound', 'Pod/image-slow', 'Pod/gate', 'Job/suspended'])
})
