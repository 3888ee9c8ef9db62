import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import { requestId, requestsOf, type Folder, type Source } from '../model/request.ts'
import type { Diagnostic } from './diagnostics.ts'

/** A compiler's error as a finding on the word at which the compiler points. */
export function typeFinding(
  { line, column, ts, message }: Diagnostic,
  folder: Folder,
  source: Source,
): Finding<'type-error'> {
  const start = Math.min(lineStart(source.text, line) + column - 1, source.text.length)
  const word = wordAt(source.text, start)
  const option = /^\s*:/.test(source.text.slice(start + word.length)) ? word.replace(/^(['"])(.*)\1$/, '$2') : undefined
  const request = requestsOf(folder).find(({ file }) => file === source.file)
  return finding(
    'type-error',
    { ts, message, ...(option && { option }) },
    placeAt(source, start, start + word.length),
    request && { request: requestId(request) },
  )
}

/** TypeScript ends lines where JavaScript does, at two more characters than everybody else, and at a bare carriage return. */
function lineStart(text: string, line: number): number {
  const ends = text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)
  let start = 0
  for (let passed = 1; passed < line; passed++) {
    const end = ends.next().value
    if (end === undefined) return text.length
    start = end.index + end[0].length
  }
  return start
}

/** A name, a number, a text in quotes as far as it stands on the line, or one character. */
function wordAt(text: string, start: number): string {
  const word = /[\p{ID_Continue}$#]+|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\\n]|\\.)*`|[^\n]/uy
  word.lastIndex = start
  return word.exec(text)?.[0] ?? ''
}
