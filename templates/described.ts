import { isRecord } from './plain.ts'

const longest = 60

/** What somebody wrote, as they would recognise it: `'A100'`, `12`, `a list`, `a Pod`; never longer than a line. */
export function described(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value)
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isRecord(value)) return typeof value['kind'] === 'string' ? `a ${value['kind'].slice(0, longest)}` : 'an object'
  return typeof value === 'symbol' ? 'something that cannot be read' : `a ${typeof value}`
}

function quoted(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text
  return `'${JSON.stringify(short).slice(1, -1).replaceAll('\\"', '"')}'`
}
