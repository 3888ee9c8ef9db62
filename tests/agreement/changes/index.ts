import type { Manifest } from '../../../scripts/model/manifest.ts'
import type { Draw } from '../draw.ts'
import type { Change } from './change.ts'
import { emptied, missing, moved, nulled, unknownField, wrongType } from './shape.ts'
import { duplicate, long } from './sizes.ts'
import { addedField, contradiction, copied } from './together.ts'
import { badName, badQuantity, choice, otherValue, range, unicode } from './values.ts'

/** Every kind of change, as the table calls it. */
export const changes = {
  'wrong type': wrongType,
  'unknown field': unknownField,
  'missing field': missing,
  'moved field': moved,
  null: nulled,
  empty: emptied,
  enum: choice,
  range,
  'bad name': badName,
  'bad quantity': badQuantity,
  unicode,
  long,
  duplicate,
  contradiction,
  'added field': addedField,
  'copied value': copied,
  'other value': otherValue,
} as const satisfies Readonly<Record<string, Change>>

export type ChangeName = keyof typeof changes | 'none'

export interface Changed {
  readonly manifest: Manifest
  /** What was done, in order; `none` alone. */
  readonly names: readonly ChangeName[]
}

/** One manifest in twelve stays as it is: who refuses it is wrong about the makers of manifests, or the makers are. */
const untouched = 1 / 12

/** Changes that leave a manifest readable come more often: behind a decoder that refuses, no other rule is asked. */
const often: Partial<Record<keyof typeof changes, number>> = {
  'bad quantity': 2,
  range: 2,
  duplicate: 2,
  contradiction: 5,
  'added field': 3,
  'copied value': 2,
  'other value': 2,
}
const names = (Object.keys(changes) as (keyof typeof changes)[]).flatMap((name) =>
  Array.from({ length: often[name] ?? 1 }, () => name),
)

/** After so many kinds of change that a manifest has no place for, it is let be. */
const patience = 20

/** One to three things done to a manifest. */
export function change(manifest: Manifest, draw: Draw): Changed {
  if (draw.chance(untouched)) return { manifest, names: ['none'] }
  const most = draw.pick([1, 1, 2, 3])
  let changed: Changed = { manifest, names: [] }
  for (let tries = 0; tries < patience && changed.names.length < most; tries++) {
    const name = draw.pick(names)
    const next = changes[name](changed.manifest, draw)
    if (next !== undefined) changed = { manifest: next, names: [...changed.names, name] }
  }
  return changed
}
