import lab from '#lab/config'
import type { StorageClass } from '../scripts/model/lab.ts'
import { say, unknownValue, type At } from './check.ts'

const storages: Readonly<Record<string, StorageClass>> = lab.storage
const open = Object.keys(storages).filter((name) => storages[name]?.access === undefined)

/** A storage of the lab that anybody may ask for. */
export function checkStorage(value: unknown, at: At): StorageClass | undefined {
  const row = typeof value === 'string' && Object.hasOwn(storages, value) ? storages[value] : undefined
  if (row === undefined) return unknownValue(at, value, open)
  if (row.access === undefined) return row
  const { access, instead } = row
  return say(at, 'storage-closed', { storage: String(value), access, ...(instead !== undefined && { instead }) })
}
