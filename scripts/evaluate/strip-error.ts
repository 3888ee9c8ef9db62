import type { EvaluateCodes } from '../model/codes/evaluate.ts'

export type Construct = EvaluateCodes['typescript-only']['construct']

/** Offsets count UTF-16 units from the start of the text; `undefined` where Node did not tell. */
export type StripError =
  | { readonly kind: 'tangled' }
  | { readonly kind: 'syntax'; readonly message: string; readonly offset: number | undefined }
  | { readonly kind: 'unsupported'; readonly construct: Construct; readonly offset: number | undefined }

/** What Node's error says; anything but a verdict on the text means that the stripper itself broke. */
export function isPoisoned(thrown: unknown): boolean {
  return !codeOf(thrown).endsWith('_TYPESCRIPT_SYNTAX')
}

const constructs: readonly (readonly [RegExp, Construct])[] = [
  [/\benum\b/, 'enum'],
  [/namespace|`module`/, 'namespace'],
  [/parameter property/, 'parameter-property'],
  [/import equals/, 'import-equals'],
  [/export assignment/, 'export-equals'],
  [/angle-bracket/, 'cast'],
]

export function stripErrorOf(thrown: unknown, text: string): StripError {
  const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown))
  const offset = offsetIn(stack, text)
  const construct = constructs.find(([pattern]) => pattern.test(message))?.[1]
  if (construct === undefined || codeOf(thrown) !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
    return { kind: 'syntax', message, offset }
  return { kind: 'unsupported', construct, offset }
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
}

/** Node tells the place only in its stack's first lines: `:3`, the line with its tabs as blanks, and `^^^` under the fault. */
function offsetIn(stack: string, text: string): number | undefined {
  const line = Number(/^:(\d+)\n/.exec(stack)?.[1])
  const lines = text.split('\n')
  const written = lines[line - 1]?.trimEnd()
  if (written === undefined) return undefined
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  const shown = stack.split('\n', 12)
  const [, shownLine] = laidOut(written)
  const carets = shown.findIndex((one, at) => /^\s*\^+$/.test(one) && shown[at - 1]?.trimEnd() === shownLine)
  return start + (carets === -1 ? written.length : laidOut(written, shown[carets]?.indexOf('^'))[0])
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
const narrow = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/** How many UTF-16 units of a line stand before a column of the screen, and the line up to there, tabs as blanks. */
function laidOut(line: string, column = Infinity): [units: number, shown: string] {
  let shown = ''
  let at = 0
  let units = 0
  for (const character of line) {
    if (at >= column) break
    const width = character === '\t' ? 4 - (at % 4) : wide.test(character) ? 2 : narrow.test(character) ? 0 : 1
    shown += character === '\t' ? ' '.repeat(width) : character
    at += width
    units += character.length
  }
  return [units, shown]
}
