import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Response } from '../../scripts/cluster/http.ts'
import { disturbed } from './fault.ts'

const request = { method: 'PUT', path: '/lab.inventory.bob' } as const
const answer: Response = { status: 200, body: {} }

test.each(['before', 'after'] as const)(
  'death %s a request: what was on its way arrives, and only then is the cluster judged',
  async (when) => {
    const { between, death } = disturbed({ at: 2, when, what: 'death' })
    const arrival = Promise.withResolvers<Response>()
    let isDead = false
    void between(request, () => arrival.promise)
    void between(request, () => Promise.resolve(answer))
    void death.then(() => (isDead = true))
    await turn()
    expect(isDead).toBe(false)
    arrival.resolve(answer)
    await death
    expect(isDead).toBe(true)
  },
)

test('the dead send nothing', async () => {
  const { between, death } = disturbed({ at: 1, when: 'before', what: 'death' })
  let passed = 0
  const pass = async (): Promise<Response> => {
    passed += 1
    return answer
  }
  void between(request, pass)
  await death
  void between(request, pass)
  await turn()
  expect(passed).toBe(0)
})

test('what is late arrives when it is told to', async () => {
  const { between, death, arrive } = disturbed({ at: 1, when: 'late', what: 'death' })
  let passed = 0
  void between(request, async () => {
    passed += 1
    return answer
  })
  await death
  expect(passed).toBe(0)
  await arrive()
  expect(passed).toBe(1)
})
