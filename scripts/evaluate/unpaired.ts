/** A bracket or quote without its partner. */
export interface Unpaired {
  /** `open`: it is never closed. `extra`: it closes nothing. `quote`: either. */
  readonly slip: 'open' | 'extra' | 'quote'
  readonly mark: string
  readonly offset: number
}

/** Comments and whole texts, a quote that is left over, brackets. */
const marks =
  /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:[^'\\\n]|\\[^])*'|"(?:[^"\\\n]|\\[^])*"|`(?:[^`\\]|\\[^])*`|(?<mark>['"`()[\]{}])/g

const partners: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/**
 * The first bracket or quote of a TypeScript text that has no partner. Invariant: without recursion and in one pass, for a stranger wrote
 * the text; what only a parser can tell (a regular expression with a quote in it) it may get wrong, so ask only about text that cannot be read.
 */
export function unpairedIn(text: string): Unpaired | undefined {
  const open: { readonly mark: string; readonly offset: number }[] = []
  for (const { groups, index: offset } of text.matchAll(marks)) {
    const mark = groups?.['mark']
    if (mark === undefined) continue
    if (`'"\``.includes(mark)) return { slip: 'quote', mark, offset }
    const partner = partners[mark]
    if (partner === undefined) open.push({ mark, offset })
    else if (open.at(-1)?.mark === partner) open.pop()
    else return mismatch(text, open.at(-1), { mark, offset })
  }
  const last = open.at(-1)
  return last && { slip: 'open', ...last }
}

type Bracket = Pick<Unpaired, 'mark' | 'offset'>

/** A `}` after a `(`: whichever of the two there are too many of. */
function mismatch(text: string, last: Bracket | undefined, closing: Bracket): Unpaired {
  const count = (mark: string): number => text.split(mark).length
  const isExtra = last === undefined || count(closing.mark) > count(partners[closing.mark] ?? '')
  return isExtra ? { slip: 'extra', ...closing } : { slip: 'open', ...last }
}
