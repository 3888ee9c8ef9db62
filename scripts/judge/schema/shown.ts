import { cut } from '../../model/cut.ts'

/** A value as it stands in a sentence: a text in quotes and cut short, a number, `a list`, `an object`. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(cut(value))
  if (Array.isArray(value)) return value.length === 0 ? '[]' : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}
