import { hash } from 'node:crypto'
import { canonicalJson } from '../model/canonical-json.ts'
import type { CheckText } from '../model/forge.ts'
import type { Json } from '../model/json.ts'

/** Of all that a check says. */
export function digestOfCheck(check: CheckText): string {
  return hash('sha256', canonicalJson(check as unknown as Json))
}
