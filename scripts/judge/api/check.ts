import type { ApiCodes } from '../../model/codes/api.ts'
import { fault, type Fault } from '../../model/finding.ts'
import { below, pathOf, type At } from './at.ts'
import type { ServerCode } from './server-reasons.ts'

export type Faults = readonly Fault<keyof ApiCodes>[]

/** One rule of the API server: what is wrong with a value at its place. `A` is what it must know of the manifest around. */
export type Check<T, A = unknown> = (value: T, at: At, around: A) => Faults

export const none: Faults = []

/** What the API server says no to. */
export function refuse<C extends ServerCode>(code: C, args: ApiCodes[C], at: At): Faults {
  return [fault<keyof ApiCodes>(code, args, pathOf(at), { law: { by: 'Kubernetes' } })]
}

/** What the API server takes, and the lab does not. */
export function refuseByLab<C extends Exclude<keyof ApiCodes, ServerCode>>(code: C, args: ApiCodes[C], at: At): Faults {
  return [fault<keyof ApiCodes>(code, args, pathOf(at), { law: { by: 'lab' } })]
}

export function join(before: Faults, after: Faults): Faults {
  if (after.length === 0) return before
  return before.length === 0 ? after : [...before, ...after]
}

/** All of these rules hold for one value. */
export function all<T, A = unknown>(...checks: readonly Check<T, A>[]): Check<T, A> {
  return (value, at, around) => {
    let found = none
    for (const check of checks) found = join(found, check(value, at, around))
    return found
  }
}

type Table<T, A> = { readonly [K in keyof T]?: Check<NonNullable<T[K]>, A> }

/** A rule for each property that is there; nothing is said of others. */
export function fields<T extends object, A = unknown>(table: Table<T, A>): Check<T, A> {
  const checks = new Map(Object.entries(table) as [string, Check<unknown, A>][])
  return (value, at, around) => {
    let found = none
    for (const key in value) {
      const check = checks.get(key)
      if (check === undefined) continue
      const inner: unknown = value[key] ?? undefined
      if (inner !== undefined) found = join(found, check(inner, below(at, key), around))
    }
    return found
  }
}

/** The same rule for every element of a list. */
export function each<T, A = unknown>(check: Check<T, A>): Check<readonly T[], A> {
  return (list, at, around) => {
    let found = none
    list.forEach((item, index) => (found = join(found, check(item, below(at, index), around))))
    return found
  }
}

/** What the server holds for "not given": Go's zero values. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || value === '' || value === 0 || value === false
}

/** These properties are given and not empty. */
export function needs<T extends object>(...keys: readonly (keyof T & string)[]): Check<T> {
  return (value, at) => {
    let found = none
    for (const key of keys) {
      if (isEmpty(value[key])) found = join(found, refuse('value-required', { field: key }, below(at, key)))
    }
    return found
  }
}

/** The rule holds where the value is not empty: the server treats "" as not given. */
export function given<T, A = unknown>(check: Check<T, A>): Check<T, A> {
  return (value, at, around) => (isEmpty(value) ? none : check(value, at, around))
}

/** The values that the server knows. */
export function oneOf(...allowed: readonly string[]): Check<string> {
  return (value, at) => (allowed.includes(value) ? none : refuse('value-unsupported', { value, allowed }, at))
}

/** A whole number between two bounds, both included. */
export function between(min: number, max = Infinity): Check<number> {
  const limits = max === Infinity ? { min } : { min, max }
  return (value, at) => (value >= min && value <= max ? none : refuse('out-of-range', { value, ...limits }, at))
}
