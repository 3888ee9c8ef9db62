import { type Connection, connectionTo } from '../../scripts/cluster/connect.ts'
import { readFile } from 'node:fs/promises'
import type { Sleep } from '../../scripts/cluster/patience.ts'
import type { Cluster } from '../control-plane/cluster.ts'
import type { User } from '../control-plane/identities.ts'

interface Way {
  /** Of a proxy; else straight to the cluster. */
  readonly server?: string
  readonly namespace?: string
  readonly sleep?: Sleep
  readonly timeout?: number
}

/** A connection as one user, without a kubeconfig. */
export async function connected(cluster: Cluster, user: User, way: Way = {}): Promise<Connection> {
  const { server = cluster.server, namespace = cluster.namespace, ...conduct } = way
  const ca = await readFile(cluster.caFile, 'utf8')
  const access = { server, ca, token: async () => cluster.token(user), context: user }
  return connectionTo(access, { namespace, ...conduct })
}
