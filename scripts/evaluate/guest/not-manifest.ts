import type { ExportGot } from '../../model/codes/evaluate.ts'
import { dataOf } from './data-of.ts'

const { getPrototypeOf } = Reflect
const { isArray } = Array

/** What stands in place of a manifest; `undefined` for one. Which kind it is, and whether in order, is for the judge. */
export function notManifest(value: unknown): ExportGot | undefined {
  if (typeof value !== 'object') return plainGot(value)
  if (value === null) return 'nothing'
  if (isArray(value)) return 'list-in-list'
  const prototype = getPrototypeOf(value)
  if (prototype === Promise.prototype) return 'promise'
  if (prototype !== Object.prototype && prototype !== null) return 'instance'
  const [apiVersion, kind] = [dataOf(value, 'apiVersion'), dataOf(value, 'kind')]
  if (apiVersion !== undefined && kind !== undefined) return undefined
  return kind === 'PersistentVolumeClaim' ? 'disk' : 'object'
}

function plainGot(value: unknown): ExportGot {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'truth'
  if (typeof value === 'symbol') return 'symbol'
  if (typeof value === 'function') return 'function'
  return value === undefined ? 'nothing' : 'number'
}
