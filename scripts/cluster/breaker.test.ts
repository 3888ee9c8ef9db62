import { expect, test } from 'vitest'
import type { Answer, Ask } from '../model/ask.ts'
import { withBreaker } from './breaker.ts'

const get: Ask = { do: 'get', key: 'Pod/x' }

/** U: unknown, g: gone, n: not allowed; what comes back, with - for what is not sent. */
test.each([
  ['four without an answer are bad luck', 'UUUUgUUUUg', 'UUUUgUUUUg'],
  ['five in a row end it', 'UUUUUgg', 'UUUUU--'],
  ['an answer between begins anew', 'UUUUgUUUUUg', 'UUUUgUUUUU-'],
  ['one that is not allowed ends it', 'gngg', 'gn--'],
])('%s', async (_, server, heard) => {
  const answers: Readonly<Record<string, Answer>> = {
    U: { said: 'unknown', message: 'reset' },
    g: { said: 'gone' },
    n: { said: 'not-allowed', message: 'no' },
  }
  const left = server.split('')
  const send = withBreaker(async () => answers[left.shift() ?? ''] ?? { said: 'gone' })
  let told = ''
  for (let ask = 0; ask < server.length; ask += 1) told += letter(await send(get))
  expect(told).toBe(heard)
})

function letter({ said }: Answer): string {
  return { unknown: 'U', gone: 'g', 'not-allowed': 'n' }[said as string] ?? '-'
}
