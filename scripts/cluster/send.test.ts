import { expect, test } from 'vitest'
import { ClusterError } from './cluster-error.ts'
import { NoAnswer } from './http.ts'
import { sendOver } from './send.ts'

const get = { do: 'get', key: 'Pod/x' } as const

function failing(error: Error) {
  return sendOver(async () => {
    throw error
  }, 'lab')
}

test('no answer is an answer', async () => {
  expect(await failing(new NoAnswer('socket hang up'))(get)).toEqual({ said: 'unknown', message: 'socket hang up' })
})

test('a login that fails on the way ends all', async () => {
  const send = failing(new ClusterError('login-failed', { command: 'kubelogin', reason: 'it ended with exit code 1' }))
  expect(await send(get)).toMatchObject({ said: 'not-allowed', message: expect.stringContaining('login-failed') })
  expect(await send(get)).toEqual({ said: 'not-sent' })
})

test('a bug stays one', async () => {
  await expect(failing(new TypeError('x is not a function'))(get)).rejects.toThrow(TypeError)
})
