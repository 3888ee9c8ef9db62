import { homedir } from 'node:os'
import type { Connection, Greeting } from '../cluster/index.ts'
import { ClusterError, connect, greet, NoAnswer } from '../cluster/index.ts'
import { clusterSentence } from '../report/cluster-sentence.ts'
import { OutOfReach } from './out-of-reach.ts'
import { say } from './say.ts'

export interface ClusterOptions {
  /** A kubeconfig in place of KUBECONFIG and `~/.kube/config`. */
  readonly kubeconfig?: string
  /** In place of the current one. */
  readonly context?: string
}

/** Work against the cluster: says where and as whom first, and every reason why there is no cluster in one sentence. */
export async function atCluster<T>(
  options: ClusterOptions,
  namespace: string,
  work: (connection: Connection, greeting: Greeting) => Promise<T>,
): Promise<T> {
  try {
    const connection = await connect(wishOf(options), { namespace })
    try {
      const greeting = await greet(connection)
      say(`${greeting.namespace} at ${greeting.server}, as ${greeting.user}`)
      return await work(connection, greeting)
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof ClusterError) throw new OutOfReach(clusterSentence(error))
    if (error instanceof NoAnswer)
      throw new OutOfReach(`the cluster gave no answer: ${error.message}. Nothing was changed. Try again.`)
    throw error
  }
}

/** Which kubeconfig and context, as kubectl would choose them where nothing is said. */
export function wishOf({ kubeconfig, context }: ClusterOptions): Parameters<typeof connect>[0] {
  return {
    env: process.env,
    home: homedir(),
    ...(kubeconfig && { file: kubeconfig }),
    ...(context && { context }),
  }
}
