import type { JsonObject } from '../../scripts/model/json.ts'
import type { Client } from './client.ts'
import { collectionOf } from './collection.ts'
import { plainNamespace } from './nautilus/names.ts'
import { daemonSet } from './objects.ts'
import { until } from './until.ts'

/** Until the server has its own things in place; nobody listens at first. */
export async function serverReady(ask: Client): Promise<void> {
  await until('the API server is ready', async () => {
    const answer = await ask({ method: 'GET', path: '/readyz' }).catch(() => undefined)
    return answer?.status === 200 || undefined
  })
}

/** Until pods can be made, judged and placed: before that the server refuses for want of an account, or lets pass for want of a law. */
export async function nautilusReady(ask: Client, namespace: string): Promise<void> {
  const all = async (path: string, holds: (item: JsonObject) => boolean): Promise<true | undefined> => {
    const { body } = await ask({ method: 'GET', path })
    const items = (body['items'] ?? []) as readonly JsonObject[]
    return (items.length > 0 && items.every(holds)) || undefined
  }
  await Promise.all([
    until('accounts are made', () => hasAccounts(ask, [namespace, plainNamespace])),
    until('quotas are counted', () => all(`/api/v1/namespaces/${namespace}/resourcequotas`, isCounted)),
    until('machines are ready', () => all('/api/v1/nodes', isReady)),
    until('roles are put together', () => all('/apis/rbac.authorization.k8s.io/v1/clusterroles', isWhole)),
    until('the laws of Nautilus hold', () => isLawful(ask, namespace)),
  ])
}

async function hasAccounts(ask: Client, namespaces: readonly string[]): Promise<true | undefined> {
  const paths = namespaces.map((name) => `/api/v1/namespaces/${name}/serviceaccounts/default`)
  const answers = await Promise.all(paths.map((path) => ask({ method: 'GET', path })))
  return answers.every(({ status }) => status === 200) || undefined
}

function isCounted({ status }: JsonObject): boolean {
  return (status as JsonObject | undefined)?.['hard'] !== undefined
}

/** Its kubelet has said so, and the taint of a new machine is gone. */
function isReady({ spec, status }: JsonObject): boolean {
  const taints = ((spec as JsonObject)['taints'] ?? []) as readonly JsonObject[]
  const conditions = ((status as JsonObject)['conditions'] ?? []) as readonly JsonObject[]
  const says = conditions.some(({ type, status: holds }) => type === 'Ready' && holds === 'True')
  return says && taints.every(({ key }) => key !== 'node.kubernetes.io/not-ready')
}

/** Roles that others are put together from have rules. */
function isWhole({ aggregationRule, rules }: JsonObject): boolean {
  return aggregationRule === undefined || (Array.isArray(rules) && rules.length > 0)
}

/** What the last law refuses is refused. */
async function isLawful(ask: Client, namespace: string): Promise<true | undefined> {
  const body = daemonSet('probe')
  const { status } = await ask({ method: 'POST', path: `${collectionOf(body, namespace)}?dryRun=All`, body })
  return status === 403 || undefined
}
