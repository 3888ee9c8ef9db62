import { isObject } from '../../scripts/model/json.ts'
import type { Client } from './client.ts'
import { type Robot, robots } from './nautilus/rights.ts'

const week = 7 * 24 * 3600

/** Tokens of the lab's service accounts, as the server gives them, for a week. */
export async function robotTokens(ask: Client, namespace: string): Promise<Readonly<Record<Robot, string>>> {
  const tokens = await Promise.all(robots.map(async (name) => [name, await tokenOf(ask, namespace, name)]))
  return Object.fromEntries(tokens) as Record<Robot, string>
}

async function tokenOf(ask: Client, namespace: string, name: Robot): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`
  const { body, message } = await ask({ method: 'POST', path, body: { spec: { expirationSeconds: week } } })
  const { status } = body
  if (!isObject(status) || typeof status['token'] !== 'string') throw new Error(`no token for ${name}: ${message}`)
  return status['token']
}
