import type { Case } from '../case.ts'
import { exported } from './exported.ts'
import { reaching } from './reaching.ts'
import { running } from './running.ts'
import { tampering } from './tampering.ts'
import { texts } from './texts.ts'
import { values } from './values.ts'

/** Everything that is tried, by its kind. */
export const kinds: readonly (readonly [kind: string, cases: readonly Case[]])[] = [
  ['running on', running],
  ['reaching out', reaching],
  ['tampering', tampering],
  ['texts', texts],
  ['values', values],
  ['exports', exported],
]
