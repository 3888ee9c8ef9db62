import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { $, type ProcessOutput } from 'zx/core'
import { type Client, client } from './client.ts'
import type { Tokens, User } from './identities.ts'

/** A cluster that runs, for whoever knows its folder. */
export interface Cluster {
  /** `https://127.0.0.1:40123` */
  readonly server: string
  /** The authority of the server's certificate, PEM. */
  readonly caFile: string
  /** Of the lab; every kubeconfig names it. */
  readonly namespace: string
  /** Goes with the cluster. */
  readonly folder: string
  /** The path of a kubeconfig for this user alone. */
  readonly kubeconfig: (user: User) => string
  readonly token: (user: User) => string
  /** The cluster's own kubectl; a refusal is no exception but an exit code. Without `user`, as `admin`. */
  readonly kubectl: (args: readonly string[], options?: KubectlOptions) => Promise<ProcessOutput>
  /** Asks the API server without kubectl: some fifty times as fast. One connection pool per user. */
  readonly as: (user: User) => Client
}

export interface KubectlOptions {
  readonly user?: User
  /** What it reads from its standard input. */
  readonly input?: string
}

/** What is written into the folder once all is ready. */
export interface Description {
  readonly server: string
  readonly namespace: string
  readonly tokens: Tokens
}

export const descriptionFile = 'cluster.json'

/** The certificate that the API server makes for itself, its authority in the same file. */
export function caIn(folder: string): string {
  return join(folder, 'apiserver.crt')
}

/** The cluster in this folder; throws if none is ready there. */
export async function openCluster(folder: string): Promise<Cluster> {
  const { server, namespace, tokens } = JSON.parse(await readFile(join(folder, descriptionFile), 'utf8')) as Description
  const caFile = caIn(folder)
  const ca = await readFile(caFile, 'utf8')
  const clients = new Map<User, Client>()
  const as = (user: User): Client => {
    const known = clients.get(user) ?? client({ server, ca, token: tokens[user] })
    clients.set(user, known)
    return known
  }
  const kubeconfig = (user: User): string => join(folder, `${user}.kubeconfig`)
  return {
    server,
    caFile,
    namespace,
    folder,
    kubeconfig,
    token: (user) => tokens[user],
    kubectl: async (args, { user = 'admin', input } = {}) => {
      const run = $({ nothrow: true, quiet: true, ...(input !== undefined && { input }) })
      return await run`${join(folder, 'bin', 'kubectl')} --kubeconfig=${kubeconfig(user)} ${args}`
    },
    as,
  }
}
