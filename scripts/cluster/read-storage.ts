import type { Inventory, Ledger } from '../model/memory.ts'
import { inventoryName, ledgerName } from '../model/memory-name.ts'
import { readInventory, readLedger } from '../model/memory-text.ts'
import type { Key } from '../model/object-key.ts'
import type { Reading, Unreadable, World } from '../model/world.ts'
import { ClusterError } from './cluster-error.ts'
import type { Connection } from './connect.ts'
import { NoAnswer } from './http.ts'
import { list } from './list.ts'
import { liveObject } from './live-object.ts'
import { objectPath } from './collections.ts'
import { readAgain } from './read-again.ts'
import { memoryIn, readingOf } from './reading.ts'
import { messageOf } from './status.ts'

/** What the storage identity may see: the memories of these members and of all that the ledger lists, claims, and pods that could mount them (`apply.md` 8). Fails as `readWorld` does. */
export async function readStorage(connection: Connection, logins: readonly string[]): Promise<World> {
  const ledger = await memory(connection, ledgerName, readLedger)
  const listed = ledger.state === 'read' ? ledger.value.members : []
  const members = [...new Set([...logins, ...listed])]
  const inventories = await Promise.all(members.map((login) => inventory(connection, login)))
  const kinds = ['PersistentVolumeClaim', 'Pod']
  const lists = await Promise.all(kinds.map((kind) => list(connection, kind)))
  return {
    ledger,
    inventories: new Map(inventories),
    objects: lists.flatMap((found) => found ?? []),
    unread: kinds.filter((_, index) => lists[index] === undefined),
  }
}

async function inventory(connection: Connection, login: string): Promise<readonly [string, Reading<Inventory>]> {
  const read = (text: string | undefined) => readInventory(text, connection.namespace, login)
  return [login, await memory(connection, inventoryName(login), read)]
}

async function memory<T extends Ledger | Inventory>(
  { exchange, namespace }: Connection,
  name: string,
  read: (text: string | undefined) => T | Unreadable,
): Promise<Reading<T>> {
  const response = await readAgain(exchange, { method: 'GET', path: objectPath(`ConfigMap/${name}` as Key, namespace) })
  if (response === undefined) throw new NoAnswer(`the ConfigMap ${name} could not be read`)
  const { status, body } = response
  if (status === 404) return { state: 'absent' }
  if (status === 401 || status === 403)
    throw new ClusterError('list-refused', { kind: 'ConfigMap', message: messageOf(response) })
  if (status !== 200) throw new NoAnswer(messageOf(response))
  const found = liveObject('ConfigMap', body)
  return readingOf(found.version, read(memoryIn(found.manifest)))
}
