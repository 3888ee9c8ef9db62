import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Answer, Ask } from '../../scripts/model/ask.ts'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { canned } from './canned.ts'
import { connected } from './connected.ts'
import { type Fault, faultProxy, type FaultProxy } from './fault-proxy.ts'
import { configMap, key } from './made.ts'

const cluster = await openCluster(inject('clusterFolder'))
const slept: number[] = []
let proxy: FaultProxy
let connection: Connection
beforeAll(async () => {
  proxy = await faultProxy(cluster, ['lab-apply'])
})
afterAll(() => proxy.stop())

const create = (name: string): Ask => ({ do: 'create', manifest: configMap(name) })

/** One ask of a fresh connection, while the first `times` requests meet the fault. */
async function sent(ask: Ask, fault: Fault, times = 1): Promise<Answer> {
  slept.length = 0
  proxy.begin(({ number }) => (number <= times ? fault : undefined))
  const sleep = async (milliseconds: number) => void slept.push(milliseconds / 1000)
  const timeout = fault.what === 'hang' ? 2 : 30
  connection = await connected(cluster, 'lab-apply', { server: proxy.server, sleep, timeout })
  const answer = await connection.send(ask)
  connection.close()
  return answer
}

async function isThere(name: string): Promise<boolean> {
  const path = `/api/v1/namespaces/${cluster.namespace}/configmaps/${name}`
  return (await cluster.as('admin')({ method: 'GET', path })).status === 200
}

describe('no answer: it may have happened or not', () => {
  test.each<[string, Fault, boolean]>([
    ['broken before', { when: 'before', what: 'drop' }, false],
    ['broken after', { when: 'after', what: 'drop' }, true],
    ['silence before', { when: 'before', what: 'hang' }, false],
    ['silence after', { when: 'after', what: 'hang' }, true],
    ['a time-out of the server', { when: 'before', what: canned.timeout }, false],
    ['a proxy that loses the answer', { when: 'after', what: canned.badGateway }, true],
    ['a webhook that cannot be asked', { when: 'before', what: canned.broken }, false],
  ])('%s', async (name, fault, happened) => {
    const id = `fault-${name.replaceAll(/[^a-z]+/g, '-')}`
    expect(await sent(create(id), fault)).toMatchObject({ said: 'unknown' })
    await expect.poll(() => proxy.passed().length).toBe(1)
    expect(await isThere(id)).toBe(happened)
  })

  test('who asked is killed, and never hears', async () => {
    const killed: string[] = []
    const fault: Fault = { when: 'after', what: async () => void killed.push(`${await isThere('fault-killed')}`) }
    expect(await sent(create('fault-killed'), fault)).toMatchObject({ said: 'unknown' })
    expect(killed).toEqual(['true'])
  })
})

describe('a busy server is asked again', () => {
  test.each<[string, Fault, number, readonly number[]]>([
    ['once', { when: 'before', what: canned.busy }, 1, [1]],
    ['five times', { when: 'before', what: canned.unavailable }, 5, [1, 4, 16, 16, 16]],
  ])('%s', async (name, fault, times, seconds) => {
    const id = `fault-busy-${name.replace(' ', '-')}`
    expect(await sent(create(id), fault, times)).toMatchObject({ said: 'done' })
    expect(slept).toEqual(seconds)
    expect(proxy.passed().map(({ status }) => status)).toHaveLength(times + 1)
  })

  test('and not a sixth time', async () => {
    expect(await sent(create('fault-busy-on'), { when: 'before', what: canned.busy }, 99)).toMatchObject({
      said: 'unknown',
    })
    expect(proxy.passed()).toHaveLength(6)
  })
})

test.each<[keyof typeof canned, Answer['said']]>([
  ['exists', 'exists'],
  ['conflict', 'moved'],
  ['otherUid', 'moved'],
  ['contested', 'contested'],
  ['quota', 'quota'],
  ['unauthorized', 'not-allowed'],
  ['forbidden', 'not-allowed'],
  ['webhook', 'rejected'],
  ['invalid', 'rejected'],
  ['notFound', 'rejected'],
])('the answer %s', async (name, said) => {
  expect((await sent(create('fault-canned'), { when: 'before', what: canned[name] })).said).toBe(said)
})

test('the proxy numbers what passes, and forgets on demand', async () => {
  proxy.begin()
  const { send, close } = await connected(cluster, 'lab-apply', { server: proxy.server })
  await send({ do: 'get', key: key('Pod', 'fault-a') })
  await send({ do: 'get', key: key('Job', 'fault-b') })
  expect(proxy.passed()).toMatchObject([
    { number: 1, method: 'GET', path: expect.stringContaining('/pods/fault-a?'), status: 404 },
    { number: 2, method: 'GET', path: expect.stringContaining('/jobs/fault-b?'), status: 404 },
  ])
  proxy.begin()
  expect(proxy.passed()).toEqual([])
  close()
})

test('after five without an answer, nothing reaches the server', async () => {
  proxy.begin(() => ({ when: 'before', what: 'drop' }))
  const { send, close } = await connected(cluster, 'lab-apply', { server: proxy.server })
  const said: string[] = []
  for (let ask = 0; ask < 7; ask += 1) said.push((await send({ do: 'get', key: key('Pod', 'x') })).said)
  expect(said).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'not-sent', 'not-sent'])
  expect(proxy.passed()).toHaveLength(5)
  close()
})
