/** `node blind.ts CLUSTER-FOLDER REQUESTS`: sends recorded requests again over connections that stay open, as fast as the server takes them, and decides nothing. */
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { openCluster } from '../../tests/control-plane/cluster.ts'
import type { Recorded } from './recorded.ts'

const connections = 16
const [folder = '', file = ''] = process.argv.slice(2)
const { server, caFile, token } = await openCluster(folder)
const agent = new Agent({ keepAlive: true, maxSockets: connections, ca: readFileSync(caFile) })
const { first, chains } = JSON.parse(readFileSync(file, 'utf8')) as Recorded
const refused = { count: 0 }

for (const one of first) await send(one)
const waiting = chains.values()
await Promise.all(Array.from({ length: connections }, () => sendChains()))
agent.destroy()
if (refused.count > 0) throw new Error(`${refused.count} requests were refused`)

/** One member's requests follow each other; members do not wait for one another. */
async function sendChains(): Promise<void> {
  for (const chain of waiting) for (const one of chain) await send(one)
}

async function send({ method, path, body }: Recorded['first'][number]): Promise<void> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const headers = {
    authorization: `Bearer ${token('admin')}`,
    ...(body !== '' && { 'content-type': type, 'content-length': Buffer.byteLength(body) }),
  }
  await new Promise<void>((resolve, reject) => {
    request(new URL(path, server), { method, agent, headers })
      .on('response', (answer) => {
        if ((answer.statusCode ?? 500) >= 400) refused.count++
        answer.on('end', resolve).resume()
      })
      .on('error', reject)
      .end(body)
  })
}
