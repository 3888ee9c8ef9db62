import type { EvaluateCodes } from '../model/codes/evaluate.ts'
import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { parseCode } from './syntax.ts'

type Directive = EvaluateCodes['directive-refused']['directive']

/** In TypeScript's eyes a directive begins its comment, or a line of it. */
const comments = /(?<=(?:^|\/\/|\/\*)[\s/*]*)@ts-(?:nocheck|ignore|expect-error)\b/gm
const references = /(?<=^[ \t]*)\/\/\/(?=\s*<)/gm
const declarations = /\bdeclare(?=\s+[\w$'"{])/g

/**
 * What would keep TypeScript from seeing a fault, here or in another member's file. It is no gate (nothing is believed because it
 * compiled), but whoever silences it hides from their reviewers what it has to say.
 */
export function directiveFindings(source: Source, code: string): readonly Finding[] {
  if (!/@ts-|\/\/\/|\bdeclare\b/.test(source.text)) return []
  const { texts } = parseCode(code)
  const isText = (offset: number): boolean => texts.some(([start, end]) => start < offset && offset < end)
  const isErased = (offset: number, length: number): boolean => code.slice(offset, offset + length).trim() === ''
  return [
    ...matches(source, comments).filter(({ offset }) => !isText(offset)),
    ...matches(source, references).filter(({ offset }) => !isText(offset)),
    ...matches(source, declarations).filter(({ offset, word }) => isErased(offset, word.length)),
  ].map(({ word, offset }) =>
    finding('directive-refused', { directive: word as Directive }, placeAt(source, offset, offset + word.length)),
  )
}

function matches({ text }: Source, pattern: RegExp): readonly { word: string; offset: number }[] {
  return [...text.matchAll(pattern)].map((match) => ({ word: match[0], offset: match.index }))
}
