import type { Inventory, Ledger } from '../model/memory.ts'
import { ledgerName, memberIn } from '../model/memory-name.ts'
import { readInventory, readLedger } from '../model/memory-text.ts'
import { kinds, nameIn } from '../model/object-key.ts'
import type { LiveObject, Reading, World } from '../model/world.ts'
import type { Connection } from './connect.ts'
import { NoAnswer } from './http.ts'
import { list } from './list.ts'
import { memoryIn, readingOf } from './reading.ts'

/**
 * Everything that apply decides on. Ledger and inventories come from one list of ConfigMaps, hence from one moment; the lists of all
 * else begin after it, so that a run recorded there can be found here (`apply.md` 2). Rejects with `NoAnswer` if there is no memory to be
 * had, with `ClusterError` if we may not read.
 */
export async function readWorld(connection: Connection, pageSize?: number): Promise<World> {
  const configMaps = await list(connection, 'ConfigMap', pageSize)
  if (configMaps === undefined)
    throw new NoAnswer('the list of ConfigMaps, where the memory of the lab is, could not be read')
  const others = kinds.filter((kind) => kind !== 'ConfigMap')
  const lists = await Promise.all(others.map((kind) => list(connection, kind, pageSize)))
  return {
    ledger: ledgerAmong(configMaps),
    inventories: inventoriesAmong(configMaps, connection.namespace),
    objects: [...configMaps.filter(({ key }) => !isMemory(nameIn(key))), ...lists.flatMap((found) => found ?? [])],
    unread: others.filter((_, index) => lists[index] === undefined),
  }
}

function ledgerAmong(configMaps: readonly LiveObject[]): Reading<Ledger> {
  const found = configMaps.find(({ key }) => nameIn(key) === ledgerName)
  return found === undefined ? { state: 'absent' } : readingOf(found.version, readLedger(memoryIn(found.manifest)))
}

function inventoriesAmong(configMaps: readonly LiveObject[], lab: string): ReadonlyMap<string, Reading<Inventory>> {
  const found = configMaps.flatMap(({ key, manifest, version }) => {
    const member = memberIn(nameIn(key))
    return member === undefined ? [] : [{ member, manifest, version }]
  })
  return new Map(
    found.map(({ member, manifest, version }) => [
      member,
      readingOf(version, readInventory(memoryIn(manifest), lab, member)),
    ]),
  )
}

function isMemory(name: string): boolean {
  return name === ledgerName || memberIn(name) !== undefined
}
