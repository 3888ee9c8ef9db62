import { stripApart } from './strip-apart.ts'
import { isPoisoned, stripErrorOf, type StripError } from './strip-error.ts'
import { stripHere } from './strip-here.ts'

/** A file's JavaScript, with blanks where its types were, so that every position stays; or why there is none. */
export type Stripped = { readonly code: string } | { readonly error: StripError }

/**
 * Takes the types out. Threat: Node's stripper takes exponential time for sixty characters of nested arrows, and a thousand open brackets
 * break it for the rest of the thread's life. What could do either is stripped in a thread of its own, which can be ended.
 */
export function strip(text: string, seconds: number): Stripped {
  if (!isTame(text)) return stripApart(text, seconds)
  try {
    return { code: stripHere(text) }
  } catch (thrown) {
    return { error: isPoisoned(thrown) ? { kind: 'tangled' } : stripErrorOf(thrown, text) }
  }
}

/** Where TypeScript would hear something else than JavaScript without failing there is a `<`: `f<T>(x)`. The rest is for whoever looks at types. */
const mightMatter = /<|@ts-|\/\/\/|\bdeclare\b/

/**
 * The text as it is, in the hope that it is JavaScript, as most requests are: taking types out costs as much as running them. A text with
 * types is a syntax error then, and has to be stripped after all.
 */
export function asWritten(text: string, seconds: number): Stripped {
  return isTame(text) && !mightMatter.test(text) ? { code: text } : strip(text, seconds)
}

/** The least that was seen to break or stall it (Node 26.10): 834 brackets inside each other, 1,147 arrows, 2,297 labels in 4,824 characters, 16 of `<` or `?`. */
const tame = { length: 4096, brackets: 400, ambiguous: 10 }

function isTame(text: string): boolean {
  if (text.length > tame.length) return false
  return count(text, /[([{]|=>/g) <= tame.brackets && count(text, /[<?]/g) <= tame.ambiguous
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
