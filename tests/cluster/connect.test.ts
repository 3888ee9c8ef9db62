import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, connectionTo } from '../../scripts/cluster/connect.ts'
import { greet } from '../../scripts/cluster/greet.ts'
import { openCluster } from '../control-plane/cluster.ts'
import { freePort } from '../control-plane/free-port.ts'
import { connected } from './connected.ts'

const cluster = await openCluster(inject('clusterFolder'))
const { namespace } = cluster
const ca = await readFile(cluster.caFile, 'utf8')
const closedPort = `https://127.0.0.1:${await freePort()}`

describe('who and where we are', () => {
  test.each(['lab-apply', 'lab-admin'] as const)('as %s', async (user) => {
    const wish = { env: { KUBECONFIG: cluster.kubeconfig(user) }, home: '/nowhere' }
    const connection = await connect(wish, { namespace })
    const greeting = await greet(connection)
    expect(greeting).toMatchObject({ server: cluster.server, namespace, context: user })
    expect(greeting.user).toBe(user === 'lab-apply' ? `system:serviceaccount:${namespace}:lab-apply` : 'lab-admin')
    expect(greeting.secondsLeft === undefined).toBe(user === 'lab-admin')
    connection.close()
  })

  test('a service account’s token says how long it is good', async () => {
    const connection = await connected(cluster, 'lab-apply')
    const { secondsLeft = 0 } = await greet(connection)
    expect(secondsLeft).toBeGreaterThan(6 * 24 * 3600)
    connection.close()
  })
})

describe('no connection', () => {
  const wish = { env: {}, home: '/nowhere' }

  test('no kubeconfig anywhere', async () => {
    await expect(connect(wish, { namespace })).rejects.toMatchObject({
      code: 'kubeconfig-missing',
      args: { places: ['/nowhere/.kube/config'] },
    })
  })

  test('a context of another namespace', async () => {
    const file = cluster.kubeconfig('lab-apply')
    await expect(connect({ ...wish, file }, { namespace: 'other-lab' })).rejects.toMatchObject({
      code: 'other-namespace',
      args: { namespace, lab: 'other-lab' },
    })
  })

  interface Wrong {
    readonly server?: string
    readonly token?: string
    readonly noAuthority?: true
  }
  test.each<[string, Wrong, string]>([
    ['a token that is no token', { token: 'nonsense' }, 'not-logged-in'],
    ['nobody listens', { server: closedPort }, 'unreachable'],
    ['a name that nobody has', { server: 'https://no-such-host.invalid' }, 'unreachable'],
    ['a certificate of an authority that we do not know', { noAuthority: true }, 'certificate-refused'],
  ])('%s', async (_, { server = cluster.server, token = 'x', noAuthority }, code) => {
    const access = { server, ...(!noAuthority && { ca }), token: async () => token, context: 'test' }
    const connection = connectionTo(access, { namespace, sleep: async () => undefined })
    await expect(greet(connection)).rejects.toMatchObject({ code })
    connection.close()
  })

  test('no variable of the environment opens it', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      const access = { server: cluster.server, token: async () => 'x', context: 'test' }
      await expect(greet(connectionTo(access, { namespace }))).rejects.toMatchObject({ code: 'certificate-refused' })
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    }
  })
})

async function nobody(): Promise<undefined> {
  return undefined
}

describe('something else than an API server', () => {
  let server: Server
  let answer = { status: 200, headers: {}, body: '' }
  let delay = 0
  let asked: string[] = []
  beforeAll(async () => {
    const [cert, key] = await Promise.all(
      ['crt', 'key'].map((end) => readFile(join(cluster.folder, `apiserver.${end}`))),
    )
    server = createServer({ cert, key }, (request, response) => {
      asked.push(request.url ?? '')
      setTimeout(() => response.writeHead(answer.status, answer.headers).end(answer.body), delay)
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  afterAll(() => server.close())

  const json = { 'content-type': 'application/json' }
  test.each([
    ['a login page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['a login page that claims to be JSON', { status: 200, headers: json, body: '<html>' }],
    ['JSON that is no object', { status: 200, headers: json, body: '[]' }],
    ['a way to another place', { status: 302, headers: { location: '/elsewhere' }, body: '' }],
    ['a page that is not there', { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['more than anybody wants', { status: 200, headers: json, body: `"${'x'.repeat(70 * 2 ** 20)}"` }],
  ])('%s is no answer, and is asked once', async (_, given) => {
    answer = given
    asked = []
    const { port } = server.address() as AddressInfo
    const connection = connectionTo(
      { server: `https://127.0.0.1:${port}`, ca, token: nobody, context: 'test' },
      { namespace },
    )
    expect(await connection.send({ do: 'get', key: 'Pod/x' })).toMatchObject({ said: 'unknown' })
    expect(asked).toEqual([`/api/v1/namespaces/${namespace}/pods/x?timeout=30s`])
    connection.close()
  })

  test('who waits in line for a connection loses no time', async () => {
    answer = { status: 200, headers: json, body: '{}' }
    delay = 400
    const { port } = server.address() as AddressInfo
    const access = { server: `https://127.0.0.1:${port}`, ca, token: nobody, context: 'test' }
    const connection = connectionTo(access, { namespace, sockets: 1, timeout: 2 })
    const asks = Array.from({ length: 8 }, () => connection.send({ do: 'get', key: 'Pod/x' }))
    expect((await Promise.all(asks)).map(({ said }) => said)).toEqual(Array.from({ length: 8 }, () => 'done'))
    connection.close()
  })
})
