import type { Expected, OptionCodes } from '../scripts/model/codes/options.ts'
import type { Path } from '../scripts/model/json.ts'
import type { Dated } from '../scripts/model/lab.ts'
import { meant } from '../scripts/model/meant.ts'
import { described } from './described.ts'
import type { OptionFault } from './made.ts'
import { numberIntended, variableIntended } from './intended.ts'
import { isRecord } from './plain.ts'
import { synonyms } from './synonyms.ts'

/** The argument under judgement, and where faults about it go: its place is worked out only when there is one. */
export interface At {
  readonly template: string
  readonly faults: OptionFault[]
  /** What it is a part of; a whole argument is a part of nothing, and its key is its index. */
  readonly parent?: At
  readonly key: string | number
  /** What people call a whole argument; options are called by their own names. */
  readonly called?: string
}

/** Judges plain data of any shape. Gives what the option means, or says what is wrong and gives nothing. */
export type Check<T> = (value: unknown, at: At) => T | undefined

export function inside(parent: At, key: string | number): At {
  return { template: parent.template, faults: parent.faults, parent, key }
}

function pathOf({ parent, key }: At): Path {
  const short = typeof key === 'number' ? key : key.slice(0, longestKey)
  return parent === undefined ? [short] : [...pathOf(parent), short]
}

const longestKey = 60

/** As it is written in TypeScript: `code.repo`, `ports[0]`, `mounts['/data']`. */
function nameOf({ parent, key, called = '' }: At): string {
  if (parent === undefined) return called
  const owner = nameOf(parent)
  if (typeof key === 'number') return `${owner}[${key}]`
  if (!/^\w+$/.test(key)) return `${owner}['${key.slice(0, longestKey)}']`
  return `${owner}${owner && '.'}${key.slice(0, longestKey)}`
}

/** More would not be read, and a hostile list has thousands. */
const mostFaults = 50

type Evidence<C extends keyof OptionCodes> = Omit<OptionCodes[C], 'template' | 'option'>

/** Says a fault about the argument. Gives nothing, so that a check can return it. */
export function say<C extends keyof OptionCodes>(at: At, code: C, evidence: Evidence<C>): undefined {
  const { template, faults } = at
  const args = { template, option: nameOf(at), ...evidence }
  if (faults.length < mostFaults) faults.push({ code, args, path: pathOf(at) } as OptionFault)
}

export function invalid(
  at: At,
  value: unknown,
  expected: Expected,
  more: { least?: number; most?: number; write?: string | undefined } = {},
): undefined {
  const { write, ...bounds } = more
  return say(at, 'option-invalid', {
    got: described(value),
    expected,
    ...bounds,
    ...(write !== undefined && { write }),
  })
}

export function overLimit(at: At, got: string, limit: string, law?: Dated): undefined {
  return say(at, 'option-over-limit', { got, limit, ...(law && { asOf: law.asOf, source: law.source }) })
}

/** `write`: what to write instead, where it can be guessed. */
export function unknownValue(at: At, value: unknown, known: readonly string[], write?: string): undefined {
  const guess = write ?? (typeof value === 'string' ? meant(value, known) : undefined)
  return say(at, 'option-value-unknown', { got: described(value), known, ...(guess !== undefined && { near: guess }) })
}

/** `others`: the templates that have such an option. */
export function unknownOption(
  at: At,
  key: string,
  known: readonly string[],
  others: readonly string[] = [],
): undefined {
  const synonym = Object.hasOwn(synonyms, key) ? synonyms[key] : undefined
  const guess = synonym !== undefined && known.includes(synonym) ? synonym : meant(key, known)
  const hint = { ...(guess !== undefined && { near: guess }), ...(others.length > 0 && { others }) }
  return say(inside(at, key), 'option-unknown', { known, ...hint })
}

/** The name of an entry that is none. */
export function badKey(
  parent: At,
  key: string,
  expected: OptionCodes['option-key']['expected'],
  write?: string,
): undefined {
  const { template, faults } = parent
  const args = {
    template,
    option: nameOf(parent),
    got: described(key),
    expected,
    ...(write !== undefined && { write }),
  }
  if (faults.length < mostFaults) faults.push({ code: 'option-key', args, path: pathOf(inside(parent, key)) })
}

export function missing(at: At, key: string): undefined {
  const { template, faults } = at
  const option = nameOf(inside(at, key))
  if (faults.length < mostFaults) faults.push({ code: 'option-missing', args: { template, option }, path: pathOf(at) })
}

export function whole(least: number, most?: number): Check<number> {
  const bounds = most === undefined ? { least } : { least, most }
  return (value, at) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= (most ?? value)
      ? value
      : invalid(at, value, 'count', { ...bounds, write: numberIntended(value) })
}

/** More than nothing, fractions too. */
export function upTo(most: number, expected: Expected): Check<number> {
  return (value, at) =>
    typeof value === 'number' && value > 0 && value <= most
      ? value
      : invalid(at, value, expected, { write: numberIntended(value) })
}

export function text(
  pattern: RegExp,
  expected: Expected,
  intended: (value: unknown) => string | undefined = () => undefined,
): Check<string> {
  return (value, at) =>
    typeof value === 'string' && pattern.test(value) ? value : invalid(at, value, expected, { write: intended(value) })
}

export function oneOf(known: readonly string[]): Check<string> {
  return (value, at) => (typeof value === 'string' && known.includes(value) ? value : unknownValue(at, value, known))
}

/** Elements that are wrong are said and left out. */
export function list<T extends string | number>(each: Check<T>, expected: Expected): Check<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return invalid(at, value, expected)
    const seen = new Set<unknown>()
    return value.flatMap((item: unknown, index) => {
      const place = inside(at, index)
      if (seen.has(item)) return invalid(place, item, 'once') ?? []
      seen.add(item)
      return each(item, place) ?? []
    })
  }
}

/** Entries whose name or value is wrong are said and left out. */
export function record<T>(name: RegExp, each: Check<T>, expected: Expected): Check<readonly (readonly [string, T])[]> {
  return (value, at) => {
    if (!isRecord(value)) return invalid(at, value, expected)
    return Object.entries(value).flatMap(([key, item]): readonly (readonly [string, T])[] => {
      const good = each(item, inside(at, key))
      if (!name.test(key)) return badKey(at, key, 'variable', variableIntended(key)) ?? []
      return good === undefined ? [] : [[key, good]]
    })
  }
}
