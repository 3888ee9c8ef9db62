import { expect, test } from 'vitest'
import { ClusterError } from './cluster-error.ts'
import { NoAnswer, type Request, type Response } from './http.ts'
import { list } from './list.ts'

/** A, B: a page with that pod and another to come; Z: the last page. x: its token has expired. U: no answer. 5: a broken server. n: not allowed. */
function answer(sign: string): Response {
  if (sign === 'U') throw new NoAnswer('reset')
  if (sign === 'x') return { status: 410, body: {} }
  if (sign === '5') return { status: 500, body: {} }
  if (sign === 'n') return { status: 403, body: { message: 'pods is forbidden' } }
  const items = [{ metadata: { name: sign, uid: sign } }]
  return { status: 200, body: { metadata: sign === 'Z' ? {} : { continue: `after ${sign}` }, items } }
}

async function read(signs: string): Promise<{ found: string | undefined; requests: readonly Request[] }> {
  const left = signs.split('')
  const requests: Request[] = []
  const exchange = async (request: Request): Promise<Response> => {
    requests.push(request)
    return answer(left.shift() ?? '')
  }
  const objects = await list({ exchange, namespace: 'lab' }, 'Pod')
  return { found: objects?.map(({ key }) => key.slice(4)).join(''), requests }
}

test.each([
  ['one page', 'Z', 'Z'],
  ['three', 'ABZ', 'ABZ'],
  ['a token that expires: all from the beginning', 'AxABZ', 'ABZ'],
  ['that expires twice', 'AxAx', undefined],
  ['no answer, twice, to one page', 'AUUZ', 'AZ'],
  ['no answer at all', 'UUU', undefined],
  ['a broken server', 'A555', undefined],
])('%s', async (_, signs, found) => {
  expect((await read(signs)).found).toBe(found)
})

test('what may not be read is an error, not an empty list', async () => {
  await expect(read('n')).rejects.toThrow(ClusterError)
})

test('no list is asked for an old state, and a page names the one before', async () => {
  const { requests } = await read('AZ')
  expect(requests.map(({ query }) => query)).toEqual([{ limit: '2500' }, { limit: '2500', continue: 'after A' }])
})
