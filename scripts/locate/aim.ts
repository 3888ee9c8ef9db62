import type { Code } from '../model/finding.ts'

/** What of a property a finding is about: its name, its value, or the object in which it is missing (told by that object's `{`). */
export type Aim = 'key' | 'value' | 'inside'

const aims: { readonly [C in Code]?: Aim } = {
  'option-unknown': 'key',
  'option-key': 'key',
  'patch-closed': 'key',
  'field-unknown': 'key',
  'field-refused': 'key',
  'field-unusual': 'key',
  'field-forbidden': 'key',
  'label-reserved': 'key',
  'mark-reserved': 'key',
  'cap-class-unknown': 'key',
  'prefix-taken': 'key',
  'prefix-unfit': 'key',
  'option-missing': 'inside',
  'field-missing': 'inside',
}

/** What to point at, by a finding's code. What a path names and nobody wrote needs no aim: that falls back by itself. */
export function aimOf(code: Code): Aim {
  return aims[code] ?? 'value'
}
