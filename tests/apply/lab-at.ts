import config from '../../lab.config.ts'
import { gone } from '../../scripts/cluster/gone.ts'
import type { Connection } from '../../scripts/cluster/connect.ts'
import { readWorld } from '../../scripts/cluster/read-world.ts'
import { desiredOf } from '../../scripts/desire/index.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Manifest } from '../../scripts/model/manifest.ts'
import type { Inventory } from '../../scripts/model/memory.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import type { Outcome } from '../../scripts/model/outcome.ts'
import { carryOut, type Applied } from '../../scripts/pipeline/apply/carry-out.ts'

/** By request: `alice/dev`. */
export type Requests = Readonly<Record<string, readonly object[]>>

/** The lab as it is, but for what a test needs otherwise. */
export function labWith(changes: Partial<Lab> = {}): Lab {
  return { ...config, ...changes }
}

/** What main asks for. The same requests give the same text; a later commit is higher. */
export function desiredBy(requests: Requests, height = 1): Desired {
  const entries = Object.entries(requests).map(([request, manifests]) => {
    const [owner = ''] = request.split('/')
    return { owner, request, file: `users/${request}.ts`, manifests: manifests as readonly Manifest[] }
  })
  const heights = new Map(entries.map(({ owner }) => [owner, 1]))
  return desiredOf({ requests: entries, heights, commit: String(height).padStart(40, '0'), height, broken: [] })
}

export interface Moment {
  readonly lab?: Lab
  readonly now?: string
  readonly height?: number
}

export const noon = '2026-11-24T12:00:00Z'

/** An apply of what is asked for, at a moment; the first one makes the ledger. */
export async function applied(connection: Connection, requests: Requests, moment: Moment = {}): Promise<Applied> {
  const { lab = labWith(), now = noon, height = 1 } = moment
  const init = (await readWorld(connection)).ledger.state === 'absent'
  return await carryOut(connection, { desired: desiredBy(requests, height), lab, now, options: { init } })
}

/** `created kept-disk` by key; with the reason of what is held or refused. */
export function endings(outcomes: readonly Outcome[]): Readonly<Record<Key, string>> {
  return Object.fromEntries(
    outcomes.map(({ key, ending, hold, refusal, left }) => [
      key,
      [ending, hold ?? refusal, left].filter(Boolean).join(' '),
    ]),
  )
}

export async function memoryOf(connection: Connection, member: string): Promise<Inventory | undefined> {
  const found = (await readWorld(connection)).inventories.get(member)
  return found?.state === 'read' ? found.value : undefined
}

/** By UID, and waited for. */
export async function removed(connection: Connection, key: Key): Promise<void> {
  const object = (await readWorld(connection)).objects.find((one) => one.key === key)
  if (object === undefined) throw new Error(`${key} is not there`)
  await connection.send({ do: 'delete', key, uid: object.uid })
  await gone(connection, key, object.uid)
}
