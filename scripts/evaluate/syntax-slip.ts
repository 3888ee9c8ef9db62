import type { EvaluateCodes, SyntaxSlip } from '../model/codes/evaluate.ts'
import { finding, type Finding } from '../model/finding.ts'
import { placeAt } from '../model/place-at.ts'
import type { Source } from '../model/request.ts'
import { unpairedIn } from './unpaired.ts'

interface Slipped {
  readonly slip: SyntaxSlip
  readonly start: number
  readonly end: number
  /** Told instead of what stands between `start` and `end`. */
  readonly word?: string
}

/** A text that cannot be read: at the slip of the pen where one can be recognised, else where the reader stopped. */
export function syntaxFinding(source: Source, message: string, offset: number | undefined): Finding<'syntax-error'> {
  const slipped = slipIn(source.text, message, offset ?? 0)
  const args: EvaluateCodes['syntax-error'] = { message: message.slice(0, 300) }
  if (slipped === undefined)
    return finding('syntax-error', args, offset === undefined ? { file: source.file } : placeAt(source, offset))
  const { slip, start, end, word = source.text.slice(start, end) } = slipped
  return finding('syntax-error', { ...args, slip, word: word.slice(0, 60) }, placeAt(source, start, end))
}

function slipIn(text: string, message: string, offset: number): Slipped | undefined {
  const unpaired = unpairedIn(text)
  return proseQuote(text, offset) ?? pythonIn(text, offset) ?? paired(unpaired) ?? misplaced(text, message, offset)
}

function paired(unpaired: ReturnType<typeof unpairedIn>): Slipped | undefined {
  if (unpaired === undefined) return undefined
  return { slip: unpaired.slip, start: unpaired.offset, end: unpaired.offset + 1 }
}

/** Word processors and chats write `‘` for `'`; inside a text it does no harm. */
function proseQuote(text: string, offset: number): Slipped | undefined {
  const { start, line } = lineAt(text, offset)
  const code = line.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`|\/\/.*/g, (whole) => ' '.repeat(whole.length))
  const at = code.search(/[‘’“”„‚«»]/)
  return at === -1 ? undefined : { slip: 'prose-quote', start: start + at, end: start + at + 1 }
}

function pythonIn(text: string, offset: number): Slipped | undefined {
  const { start, line } = lineAt(text, offset)
  const [word = ''] = /^\s*(?:#(?!!)|from\s+[\w.#]+\s+import\b)/.exec(line) ?? []
  if (word === '') return undefined
  const end = start + line.trimEnd().length
  return { slip: word.includes('#') ? 'comment' : 'python-import', start: start + word.search(/\S/), end }
}

/** What the reader says, and what is wrong then: the place before, the word there, or the one character. */
const misplacements: readonly (readonly [message: RegExp, slip: SyntaxSlip, where: 'before' | 'word' | 'mark'])[] = [
  [/^Expected ',', got (?:'ident'|'(?:string|numeric) literal'|'[{[]')/, 'comma', 'before'],
  [/^Expected ',', got ';'/, 'semicolon', 'mark'],
  [/^Expected ',', got ':'/, 'bare-options', 'word'],
  [/^Expected 'from', got /, 'bare-import', 'word'],
  [/^Unexpected token `,`/, 'comma-extra', 'mark'],
  [/^Unexpected token .* :, /, 'colon', 'before'],
  [/^Identifier cannot follow number/, 'unquoted', 'word'],
]

function misplaced(text: string, message: string, offset: number): Slipped | undefined {
  if (/^=(?![=>])/.test(text.slice(offset, offset + 2))) return { slip: 'equals', start: offset, end: offset + 1 }
  const [, slip, where] = misplacements.find(([pattern]) => pattern.test(message)) ?? []
  if (slip === undefined) return undefined
  const before = text.slice(0, offset).trimEnd()
  if (slip === 'comma' && /\b[fr]$/.test(before) && before.length === offset)
    return { slip: 'python-text', start: offset - 1, end: offset }
  if (where === 'before') return { slip, start: before.length, end: before.length, word: lastWord(before) }
  if (where === 'mark') return { slip, start: offset, end: offset + 1 }
  const start = offset - (/[\w.]*$/.exec(before)?.[0].length ?? 0)
  return { slip, start, end: start + (/^[\w.]+/.exec(text.slice(start))?.[0].length ?? 1) }
}

function lastWord(text: string): string {
  return /'[^'\n]*'$|"[^"\n]*"$|\S{1,60}$/.exec(text)?.[0] ?? ''
}

function lineAt(text: string, offset: number): { readonly start: number; readonly line: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return { start, line: text.slice(start).split('\n', 1)[0] ?? '' }
}
