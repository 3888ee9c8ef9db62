import { textAt } from '../model/at.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Reading, Unreadable } from '../model/world.ts'

/** The one text in a ConfigMap of memory; `undefined` where somebody took it out. */
export function memoryIn(configMap: Manifest): string | undefined {
  return textAt(configMap, 'data', 'inventory')
}

/** What became of reading a memory. */
export function readingOf<T extends object>(version: string, value: T | Unreadable): Reading<T> {
  return typeof value === 'string' ? { state: 'unreadable', why: value, version } : { state: 'read', value, version }
}
