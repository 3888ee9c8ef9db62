import type { Place } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'

const longestName = 200

/** The name to which a position of the engine belongs: it points at a name itself, at the `.` behind an object, or at the `(` of a call. */
export function spotAt(source: Source, offset: number): Place {
  const { text } = source
  const rest = text.slice(offset, offset + longestName)
  const own = /^(?:\.\s*)?[\w$]+/.exec(rest)?.[0].length ?? 1
  if (rest[0] !== '(' && rest[0] !== '.') return placeAt(source, offset, offset + own)
  const before = text.slice(Math.max(0, offset - longestName), offset)
  const name = /[\w$]+(?:\s*\.\s*[\w$]+)*\s*$/.exec(before)?.[0].length ?? 0
  return placeAt(source, offset - name, offset + own)
}
