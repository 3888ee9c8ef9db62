import type { Place } from '../model/finding.ts'
import { headOf, tailOf } from './cut.ts'
import { shown } from './visible.ts'
import { widthOf } from './width.ts'

/** A line of source with what is meant in it: `mark` stands under the wrong part. */
export interface Excerpt {
  readonly number: number
  readonly text: string
  readonly mark: string
}

/** A member's line may be a megabyte long: no more than this on either side of the place is looked at. */
const reach = 500
const tab = '  '

/** The line of a place and the mark under it, cut to `width` columns around the place; `undefined` where there is no such line. */
export function excerptOf(place: Place, lines: readonly string[], width: number): Excerpt | undefined {
  const line = place.line === undefined ? undefined : lines[place.line - 1]
  if (place.line === undefined || line === undefined || line.trim() === '') return undefined
  const [start, end] = spanOf(place, line)
  const before = drawn(line.slice(Math.max(0, start - reach), start)).trimStart()
  const inside = drawn(line.slice(start, Math.min(end, start + reach)))
  const after = drawn(line.slice(end, end + reach)).trimEnd()
  return { number: place.line, ...fitted(before, inside, after, width) }
}

function spanOf({ line, column, endLine, endColumn }: Place, text: string): readonly [number, number] {
  const first = text.length - text.trimStart().length
  const start = Math.min(column === undefined ? first : column - 1, text.length)
  const last = endLine !== undefined && endLine !== line ? text.trimEnd().length : (endColumn ?? start + 2) - 1
  const end = column === undefined ? text.trimEnd().length : Math.min(last, text.length)
  return [start, Math.max(start, end)]
}

function drawn(text: string): string {
  return shown(text.replaceAll('\t', tab))
}

function fitted(before: string, inside: string, after: string, width: number): Pick<Excerpt, 'text' | 'mark'> {
  const middle = headOf(inside, Math.max(1, width - 8))
  const room = width - widthOf(middle)
  const right = headOf(after, Math.max(0, room - Math.min(widthOf(before), Math.floor((room * 2) / 3))))
  const left = tailOf(before, room - widthOf(right))
  return { text: left + middle + right, mark: ' '.repeat(widthOf(left)) + '^'.repeat(Math.max(1, widthOf(middle))) }
}
