import { Agent } from 'node:https'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { type Access, accessOf } from './access.ts'
import { ClusterError } from './cluster-error.ts'
import { exchangeOver } from './exchange.ts'
import type { Exchange } from './http.ts'
import { inCluster } from './in-cluster.ts'
import { places, readContext, type Wish } from './kubeconfig.ts'
import { patient, type Sleep } from './patience.ts'
import { type Send, sendOver } from './send.ts'

/** One identity at one namespace of one cluster. */
export interface Connection {
  readonly server: string
  readonly context: string
  readonly namespace: string
  /** The only way by which apply changes anything. */
  readonly send: Send
  /** For reading; a busy server is waited for. Rejects with `NoAnswer`, or `ClusterError` if the login fails. */
  readonly exchange: Exchange
  readonly sleep: Sleep
  /** The token in use now, if there is one. */
  readonly token: Access['token']
  readonly close: () => void
}

export interface Conduct {
  /** The lab's. */
  readonly namespace: string
  readonly sleep?: Sleep
  /** Seconds for one answer (`apply.md` 6). */
  readonly timeout?: number
  /** How many requests are under way at most. */
  readonly sockets?: number
}

/** Bytes; 500 large pods are some 10 MiB. */
const longest = 64 * 2 ** 20

/** Opens no connection yet: `greet` does. Throws `ClusterError`. */
export async function connect(wish: Wish, conduct: Conduct): Promise<Connection> {
  const access = await accessFor(wish)
  const { context, namespace = conduct.namespace } = access
  if (namespace !== conduct.namespace)
    throw new ClusterError('other-namespace', { context, namespace, lab: conduct.namespace })
  return connectionTo(access, conduct)
}

async function accessFor(wish: Wish): Promise<Access> {
  const context = await readContext(wish)
  if (context !== undefined) return await accessOf(context, wish.env)
  const inside = wish.file === undefined ? await inCluster(wish.env) : undefined
  if (inside === undefined) throw new ClusterError('kubeconfig-missing', { places: places(wish) })
  return inside
}

export function connectionTo(access: Access, conduct: Conduct): Connection {
  const { namespace, sleep = sleepFor, timeout = 30, sockets = 8 } = conduct
  const { server, context, token } = access
  const agent = agentFor(access, sockets)
  const exchange = patient(exchangeOver({ server, agent, token, timeout, longest }), sleep)
  const send = sendOver(exchange, namespace)
  return { server, context, namespace, send, exchange, sleep, token, close: () => agent.destroy() }
}

/** `rejectUnauthorized` is said, so that no variable of the environment can turn it off. */
function agentFor({ ca, certificate, serverName }: Access, maxSockets: number): Agent {
  return new Agent({
    keepAlive: true,
    maxSockets,
    rejectUnauthorized: true,
    ...(ca !== undefined && { ca }),
    ...certificate,
    ...(serverName !== undefined && { servername: serverName }),
  })
}
