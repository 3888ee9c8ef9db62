import type { Place } from './finding.ts'

/** A stretch of a text as a place: offsets in UTF-16 units, `end` one past the last; one character where it is left out. */
export function placeAt({ file, text }: { file: string; text: string }, start: number, end = start + 1): Place {
  const from = lineAndColumn(text, start)
  const to = lineAndColumn(text, end)
  return { file, ...from, endLine: to.line, endColumn: to.column }
}

/** Only `\n` ends a line, as for Git, GitHub and QuickJS. */
function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', lineStart)) {
    line++
    lineStart = next + 1
  }
  return { line, column: offset - lineStart + 1 }
}
