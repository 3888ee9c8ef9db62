import { isObject, type Json } from './json.ts'

/** What stands at `path`, where the way there exists. Footprints are taken of every manifest, also of those that no schema passed. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((here, key) => (isObject(here) ? here[key] : undefined), value)
}

export function itemsAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? (found as readonly Json[]) : []
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** A count: whole, never negative, and small enough to be summed exactly. */
export function countAt(value: Json | undefined, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' ? countable(found) : undefined
}

/** Text values by key; what is no text is left out. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): Readonly<Record<string, string>> {
  const found = at(value, ...path)
  const entries = isObject(found) ? Object.entries(found) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** JSON knows no Infinity, and nobody may lower a sum by asking for less than nothing. */
export function countable(amount: number): number {
  return Math.min(Math.max(0, Math.ceil(amount)), Number.MAX_SAFE_INTEGER)
}
