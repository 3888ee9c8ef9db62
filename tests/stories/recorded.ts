import { Agent } from 'node:https'
import { readFile } from 'node:fs/promises'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { exchangeOver } from '../../scripts/cluster/exchange.ts'
import type { Exchange, Request, Response } from '../../scripts/cluster/http.ts'
import { patient, type Sleep } from '../../scripts/cluster/patience.ts'
import { sendOver } from '../../scripts/cluster/send.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import type { User } from '../control-plane/identities.ts'

/** A request that reached the server, and what the server said to it, whoever heard it. */
export interface Exchanged {
  readonly user: User
  readonly request: Request
  readonly response: Response
}

/** What stands between an apply and the server: `pass` asks the server. */
export type Between = (request: Request, pass: () => Promise<Response>) => Promise<Response>

export interface Recording {
  readonly namespace: string
  /** Gets what passes, in the order in which the server has answered. */
  readonly log: Exchanged[]
  readonly between?: Between
  readonly sleep?: Sleep
}

export type Line = (user: User) => Exchange

/** The way to a cluster, over few connections that all applies of a test share. */
export async function lineTo(cluster: Cluster, maxSockets = 16): Promise<Line> {
  const agent = new Agent({ keepAlive: true, maxSockets, ca: await readFile(cluster.caFile, 'utf8') })
  const line = { server: cluster.server, agent, timeout: 30, longest: 2 ** 26 }
  return (user) => exchangeOver({ ...line, token: async () => cluster.token(user) })
}

/** A connection as any other, but for the last step to the wire: that is written down, and may be disturbed. */
export function recorded(line: Line, user: User, recording: Recording): Connection {
  const { namespace, log, between = (_, pass) => pass(), sleep = sleepFor } = recording
  const ask = line(user)
  const noted = async (request: Request): Promise<Response> => {
    const response = await ask(request)
    log.push({ user, request, response })
    return response
  }
  const exchange = patient((request) => between(request, () => noted(request)), sleep)
  const send = sendOver(exchange, namespace)
  return { server: '', context: user, namespace, send, exchange, sleep, token, close: () => undefined }
}

async function token(): Promise<undefined> {}

function sleepFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
