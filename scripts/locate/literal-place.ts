import type { Place } from '../model/finding.ts'
import type { Path } from '../model/json.ts'
import type { Aim } from './aim.ts'
import type { Strip } from './careful-strip.ts'
import { createLocator } from './locator.ts'

/** A line that makes a module of JSON. */
const before = 'export default\n'

/**
 * Where `path` stands in a file of the lab's own that is one literal: a module that exports it by default, or JSON. Only for files that are
 * trusted, for nothing bounds how they nest. The file alone where it cannot be read.
 */
export function literalPlace(
  { file, text }: { file: string; text: string },
  path: Path,
  aim: Aim,
  strip: Strip,
): Place {
  const isJson = file.endsWith('.json')
  const source = { name: file, file, text: isJson ? before + text : text }
  const locate = createLocator([source], {}, strip)
  const place = locate({ kind: 'manifest', origin: { file, export: 'default' }, path, aim })
  return isJson ? lineUp(place) : place
}

function lineUp({ line, endLine, ...rest }: Place): Place {
  return {
    ...rest,
    ...(line !== undefined && { line: line - 1 }),
    ...(endLine !== undefined && { endLine: endLine - 1 }),
  }
}
