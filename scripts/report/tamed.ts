import type { Json } from '../model/json.ts'
import { visible } from './visible.ts'

/**
 * A finding's arguments as they may be put into a sentence: foreign texts are made visible and lose their backticks, so that every
 * backtick in a sentence is ours.
 */
export function tamed(args: Json): Json {
  if (typeof args === 'string') return tamedText(args)
  if (typeof args !== 'object' || args === null) return args
  if (Array.isArray(args)) return args.map(tamed)
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, tamed(value)]))
}

/** The texts in a finding's arguments, as `tamed` leaves them. */
export function foreignTexts(args: Json): readonly string[] {
  if (typeof args === 'string') return [tamedText(args)]
  return typeof args === 'object' && args !== null ? Object.values(args).flatMap(foreignTexts) : []
}

function tamedText(text: string): string {
  return visible(text).replaceAll('`', 'ˋ')
}
