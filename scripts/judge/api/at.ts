import type { Path } from '../../model/json.ts'

/** A place in a manifest as a link towards its root: cheap to make for every value looked at, spelt out only for a fault. */
export interface At {
  readonly up?: At
  readonly key: string | number
}

export const root: At = { key: '' }

export function below(up: At, ...keys: readonly (string | number)[]): At {
  return keys.reduce<At>((at, key) => ({ up: at, key }), up)
}

export function pathOf(at: At): Path {
  return at.up === undefined ? [] : [...pathOf(at.up), at.key]
}
