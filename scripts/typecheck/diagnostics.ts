import type { Workplace } from './project.ts'

/** One error as the compiler prints it: first line only, for the lines below it are the types' anatomy. */
export interface Diagnostic {
  /** `alice/dev.ts` among the members' files, `templates/session.ts` in the house; `undefined` for the project as a whole. */
  readonly file: string | undefined
  readonly of: 'users' | 'house'
  /** From 1, as the compiler counts lines and columns. */
  readonly line: number
  readonly column: number
  readonly ts: number
  readonly message: string
}

export function diagnosticsIn(output: string, { dir, users, house }: Workplace): readonly Diagnostic[] {
  const error = new RegExp(`^(${users}|${house})/([^\\n]*?)\\((\\d+),(\\d+)\\): error TS(\\d+): (.*)$`, 'gm')
  const placed = [...output.matchAll(error)].map(([, root, file, line, column, ts, message = '']): Diagnostic => ({
    file,
    of: root === users ? 'users' : 'house',
    line: Number(line),
    column: Number(column),
    ts: Number(ts),
    message: shortened(message.replaceAll(`${dir}/${users}`, 'users').replaceAll(`${dir}/${house}/`, '')),
  }))
  return [...wholeProject(output), ...placed]
}

/** Errors without a file come first. Threat: further down such a line may stand in a member's type. */
function wholeProject(output: string): readonly Diagnostic[] {
  const [, ts, message] = /^error TS(\d+): (.*)/.exec(output) ?? []
  if (ts === undefined || message === undefined) return []
  return [{ file: undefined, of: 'house', line: 1, column: 1, ts: Number(ts), message: shortened(message) }]
}

const longestQuote = 160
const longest = 300

/** What stands in quotes is the members' own text and types, of any length. */
function shortened(message: string): string {
  const quotes = message.replace(/'[^']+'/g, (quote) =>
    quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…'` : quote,
  )
  return quotes.replace(/\p{Cc}/gu, ' ').slice(0, longest)
}
