import type { Path } from '../../model/json.ts'

/** A place in a manifest as a link towards its root: cheap to make for every value looked at, spelt out only for a fault. */
export interface At {
  readonly up?: At
  readonly key: string | number
}

export const root: At = { key: '' }

export function below(up: At, key: string | number, ...further: readonly (string | number)[]): At {
  let at: At = { up, key }
  for (const next of further) at = { up: at, key: next }
  return at
}

export function pathOf(at: At): Path {
  return at.up === undefined ? [] : [...pathOf(at.up), at.key]
}
