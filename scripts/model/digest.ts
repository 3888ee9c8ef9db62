import { hash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './json.ts'
import type { Digest } from './memory.ts'

/** Hexadecimal SHA-256 of the canonical JSON: equal for data that differ only in the order of their names. */
export function digestOf(value: Json): Digest {
  return hash('sha256', canonicalJson(value))
}
