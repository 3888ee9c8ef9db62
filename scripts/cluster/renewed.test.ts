import { expect, test } from 'vitest'
import { renewed } from './renewed.ts'

test('one fetch serves all who ask before it is over', async () => {
  let now = 0
  let fetched = 0
  const token = renewed(
    async () => ({ token: `t${(fetched += 1)}`, until: now + 60 }),
    () => now,
  )
  expect(await Promise.all([token(), token(), token()])).toEqual(['t1', 't1', 't1'])
  now = 59
  expect(await token()).toBe('t1')
  now = 60
  expect(await Promise.all([token(), token()])).toEqual(['t2', 't2'])
})

test('without an end it is fetched once', async () => {
  let fetched = 0
  const token = renewed(async () => ({ token: `t${(fetched += 1)}` }))
  expect([await token(), await token()]).toEqual(['t1', 't1'])
})

test('a failure is told to all who asked, and tried again', async () => {
  let fetched = 0
  const token = renewed(async () => {
    fetched += 1
    if (fetched === 1) throw new Error('the browser was closed')
    return { token: 't2' }
  })
  const both = [token(), token()]
  await expect(both[0]).rejects.toThrow('closed')
  await expect(both[1]).rejects.toThrow('closed')
  expect(await token()).toBe('t2')
})
