import { readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { ClusterError } from './cluster-error.ts'
import { execToken } from './exec-token.ts'
import type { Context, Entry } from './kubeconfig.ts'
import { renewed, type TokenSource } from './renewed.ts'
import { text } from './text.ts'

/** All that a connection needs, from wherever it came. Certificates and keys are PEM. */
export interface Access {
  readonly server: string
  /** The name in the server's certificate, where it is not the address. */
  readonly serverName?: string
  /** Absent: the authorities of the system. */
  readonly ca?: string
  readonly certificate?: { readonly cert: string; readonly key: string }
  readonly token: TokenSource
  /** What people call it: a context, or `in-cluster`. */
  readonly context: string
  readonly namespace?: string
}

/** What a context gives access by. Settings that would weaken it, or that we do not know, are refused and not passed over. */
export async function accessOf(context: Context, env: NodeJS.ProcessEnv): Promise<Access> {
  const { name, cluster, user, namespace } = context
  refuse(cluster, user)
  const { fields } = cluster
  const ca = await material(cluster, 'certificate-authority')
  const [cert, key] = await Promise.all([material(user, 'client-certificate'), material(user, 'client-key')])
  return {
    server: text(fields['server']).replace(/\/$/, ''),
    ...(text(fields['tls-server-name']) !== '' && { serverName: text(fields['tls-server-name']) }),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && key !== undefined && { certificate: { cert, key } }),
    token: tokenSource(user, cluster, env),
    context: name,
    ...(namespace !== undefined && { namespace }),
  }
}

/** A service account's token file is renewed by the machine about hourly; a minute is what client-go reads it again after. */
export function fileToken(file: string): TokenSource {
  return renewed(async (now) => ({ token: (await readFile(file, 'utf8')).trim(), until: now + 60_000 }))
}

function tokenSource(user: Entry, cluster: Entry, env: NodeJS.ProcessEnv): TokenSource {
  const { exec, token, tokenFile } = user.fields
  if (typeof tokenFile === 'string') return fileToken(under(user, tokenFile))
  if (typeof token === 'string') return async () => token
  return exec === undefined ? async () => undefined : execToken(user, cluster, env)
}

const unsupported = {
  cluster: ['proxy-url', 'disable-compression'],
  user: ['username', 'password', 'auth-provider', 'as', 'as-uid', 'as-groups', 'as-user-extra'],
} as const

function refuse(cluster: Entry, user: Entry): void {
  const server = text(cluster.fields['server'])
  if (!server.startsWith('https://'))
    throw new ClusterError('connection-insecure', { cluster: cluster.name, setting: `server: ${server}` })
  if (cluster.fields['insecure-skip-tls-verify'] === true)
    throw new ClusterError('connection-insecure', { cluster: cluster.name, setting: 'insecure-skip-tls-verify: true' })
  for (const [{ name, fields }, settings] of [
    [cluster, unsupported.cluster],
    [user, unsupported.user],
  ] as const) {
    const setting = settings.find((one) => fields[one] !== undefined && fields[one] !== false && fields[one] !== '')
    if (setting !== undefined) throw new ClusterError('setting-unsupported', { name, setting })
  }
}

/** `…-data` in the file itself comes before a file beside it. */
async function material(entry: Entry, field: string): Promise<string | undefined> {
  const data = text(entry.fields[`${field}-data`])
  if (data !== '') return Buffer.from(data, 'base64').toString('utf8')
  const file = text(entry.fields[field])
  if (file === '') return undefined
  const path = under(entry, file)
  return await readFile(path, 'utf8').catch((error: Error) => {
    throw new ClusterError('kubeconfig-unreadable', { file: path, reason: error.message }, { cause: error })
  })
}

function under({ folder }: Entry, path: string): string {
  return isAbsolute(path) ? path : join(folder, path)
}
