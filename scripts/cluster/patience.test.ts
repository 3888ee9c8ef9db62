import { expect, test } from 'vitest'
import type { Response } from './http.ts'
import { patient } from './patience.ts'

const busy: Response = { status: 429, body: {} }
const away: Response = { status: 503, body: {}, retryAfter: 7 }
const slow: Response = { status: 503, body: {}, retryAfter: 3600 }
const denied: Response = { status: 503, body: { message: 'admission webhook "w" denied the request: no' } }
const fine: Response = { status: 201, body: {} }

test.each<[string, readonly Response[], number, readonly number[]]>([
  ['an answer is an answer', [fine], 201, []],
  ['busy once', [busy, fine], 201, [1]],
  ['the server says how long', [away, away, fine], 201, [7, 7]],
  ['but not for ever', [slow, fine], 201, [60]],
  ['busy to the end', [busy, busy, busy, busy, busy, busy], 429, [1, 4, 16, 16, 16]],
  ['a webhook is not busy, whatever its code', [denied], 503, []],
])('%s', async (_, answers, status, seconds) => {
  const left = [...answers]
  const slept: number[] = []
  const exchange = patient(
    async () => left.shift() ?? fine,
    async (milliseconds) => void slept.push(milliseconds / 1000),
  )
  expect((await exchange({ method: 'GET', path: '/' })).status).toBe(status)
  expect(slept).toEqual(seconds)
  expect(left).toEqual([])
})
