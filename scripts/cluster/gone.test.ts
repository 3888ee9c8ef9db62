import { expect, test } from 'vitest'
import type { Answer } from '../model/ask.ts'
import { gone } from './gone.ts'

const there = (uid: string, grace?: number): Answer => ({
  said: 'done',
  object: { kind: 'Pod', metadata: { name: 'x', uid, ...(grace && { deletionGracePeriodSeconds: grace }) }, spec: {} },
})
const absent: Answer = { said: 'gone' }
const silent: Answer = { said: 'unknown', message: 'reset' }

/** What is seen, look by look; the last stays. */
test.each<[string, readonly Answer[], string, number]>([
  ['gone at once', [absent], 'gone', 0],
  ['gone after three looks', [there('u'), there('u'), absent], 'gone', 0.75],
  ['something else under the name', [there('u'), there('v')], 'gone', 0.25],
  ['a lost answer between', [there('u'), silent, absent], 'gone', 0.75],
  ['there to the end', [there('u')], 'there', 60],
  ['there, with a grace period', [there('u', 30)], 'there', 90],
  ['there, with a grace period beyond all patience', [there('u', 3600)], 'there', 300],
  ['no answer to the end', [silent], 'unknown', 60],
  ['not allowed to look', [{ said: 'not-allowed', message: 'no' }], 'unknown', 0],
  ['not sent any more', [{ said: 'not-sent' }], 'unknown', 0],
])('%s', async (_, answers, goneness, least) => {
  const left = [...answers]
  let slept = 0
  const connection = {
    send: async () => (left.length > 1 ? (left.shift() ?? absent) : (left[0] ?? absent)),
    sleep: async (milliseconds: number) => void (slept += milliseconds / 1000),
  }
  expect(await gone(connection, 'Pod/x', 'u')).toBe(goneness)
  expect(slept).toBeGreaterThanOrEqual(least)
  expect(slept).toBeLessThan(least + 5)
})
