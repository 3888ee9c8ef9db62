import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Agent, createServer, request as ask } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Cluster } from '../control-plane/cluster.ts'
import { kubeconfig, type User } from '../control-plane/identities.ts'

/** One request on its way to the server, numbered from 1 in the order of arrival. */
export interface Passing {
  readonly number: number
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly body: string
}

/** How it ended: with a status, or with a broken connection. */
export interface Passed extends Passing {
  readonly status: number | 'none'
}

/** What happens to one request: before the server hears of it, or after the server has answered. */
export interface Fault {
  readonly when: 'before' | 'after'
  /**
   * `drop` breaks the connection, `hang` says nothing until the other end gives up, an answer stands in for the server's. A function is
   * called and waited for, and then the connection breaks: it kills the process that asked.
   */
  readonly what: 'drop' | 'hang' | Canned | (() => unknown)
}

export interface Canned {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export type Faults = (passing: Passing) => Fault | undefined

export interface FaultProxy extends AsyncDisposable {
  /** Stands where the API server stands, with the same certificate. */
  readonly server: string
  /** Of a user whose requests come this way. */
  readonly kubeconfig: (user: User) => string
  /** All requests since the last `begin`, in the order in which they ended. */
  readonly passed: () => readonly Passed[]
  /** Forgets what passed, counts from 1 again, and asks about each request from now on. */
  readonly begin: (faults?: Faults) => void
  readonly stop: () => Promise<void>
}

/** A proxy before the cluster's API server, to see and to disturb what somebody asks it. */
export async function faultProxy(cluster: Cluster, users: readonly User[]): Promise<FaultProxy> {
  const [cert, key] = await Promise.all(
    ['apiserver.crt', 'apiserver.key'].map((name) => readFile(join(cluster.folder, name), 'utf8')),
  )
  let passed: Passed[] = []
  let number = 0
  let faults: Faults = none
  const agent = new Agent({ keepAlive: true, ca: cert })
  const forward = (passing: Passing, headers: IncomingMessage['headers']) => forwarded(cluster, agent, passing, headers)
  const proxy = createServer({ cert, key }, (request, response) => {
    number += 1
    handled(number, request, response, forward, faults).then(
      (one) => passed.push(one),
      () => response.destroy(),
    )
  })
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  const { port } = proxy.address() as AddressInfo
  const server = `https://127.0.0.1:${port}`
  const file = (user: User): string => join(cluster.folder, `${user}-${port}.kubeconfig`)
  const { caFile, namespace } = cluster
  await Promise.all(
    users.map((user) =>
      writeFile(file(user), kubeconfig({ server, caFile, namespace }, { [user]: cluster.token(user) }, user)),
    ),
  )
  const stop = async (): Promise<void> => {
    proxy.close()
    proxy.closeAllConnections()
    agent.destroy()
  }
  return {
    server,
    kubeconfig: file,
    passed: () => passed,
    begin: (next = none) => {
      passed = []
      number = 0
      faults = next
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

function none(): undefined {
  return undefined
}

type Forward = (passing: Passing, headers: IncomingMessage['headers']) => Promise<Canned>

async function handled(
  number: number,
  request: IncomingMessage,
  response: ServerResponse,
  forward: Forward,
  faults: Faults,
): Promise<Passed> {
  const { method = '', url: path = '' } = request
  const passing = { number, method, path, body: (await buffer(request)).toString('utf8') }
  const fault = faults(passing)
  const answer = fault?.when === 'before' ? undefined : await forward(passing, request.headers)
  const said = fault === undefined ? answer : await struck(fault)
  if (said === undefined) {
    if (fault?.what !== 'hang') response.destroy()
    return { ...passing, status: 'none' }
  }
  response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers }).end(said.body)
  return { ...passing, status: said.status }
}

async function struck({ what }: Fault): Promise<Canned | undefined> {
  if (typeof what === 'function') await what()
  return typeof what === 'object' ? what : undefined
}

async function forwarded(
  { server }: Cluster,
  agent: Agent,
  { method, path, body }: Passing,
  { authorization, 'content-type': type, accept }: IncomingMessage['headers'],
): Promise<Canned> {
  const headers = {
    ...(authorization && { authorization }),
    ...(type && { 'content-type': type }),
    ...(accept && { accept }),
    'content-length': Buffer.byteLength(body),
  }
  const upstream = ask(new URL(path, server), { method, agent, headers }).end(body)
  const [response] = (await once(upstream, 'response')) as [IncomingMessage]
  const { 'content-type': said, 'retry-after': later } = response.headers
  return {
    status: response.statusCode ?? 0,
    headers: { ...(said && { 'content-type': said }), ...(later && { 'retry-after': later }) },
    body: (await buffer(response)).toString('utf8'),
  }
}
