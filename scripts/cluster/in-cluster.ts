import { readFile } from 'node:fs/promises'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import { type Access, fileToken } from './access.ts'

/** Where Kubernetes puts a pod's service account. */
const mounted = '/var/run/secrets/kubernetes.io/serviceaccount'

/** The access that a pod of the cluster has by itself; `undefined` outside. */
export async function inCluster(env: NodeJS.ProcessEnv, folder = mounted): Promise<Access | undefined> {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port } = env
  const [ca, namespace] = await Promise.all(['ca.crt', 'namespace'].map((name) => read(join(folder, name))))
  if (host === undefined || port === undefined || ca === undefined) return undefined
  return {
    server: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    ca,
    token: fileToken(join(folder, 'token')),
    context: 'in-cluster',
    ...(namespace !== undefined && { namespace: namespace.trim() }),
  }
}

async function read(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(() => undefined)
}
