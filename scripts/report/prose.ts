import { code } from './code.ts'

/** Words and the marks of plain prose, and what GitHub makes a link of all the same: addresses, commits, `GH-12`. */
const harmless = /^[\p{L}\p{N}.,;()?!'’"“”%=+/–—…±×≤≥→-]*:?$/u
/** A time of day holds a colon, and makes no emoji. */
const clock = /^\(?\d{1,2}:\d\d[.,;)]*$/
const link = /www\.|[\da-f]{7,}|GH-\d/i

/**
 * A sentence of ours as Markdown. What stands between backticks, and each foreign text in it, becomes `code()`; so does every word that
 * Markdown or GitHub could make something of, whoever wrote it.
 */
export function prose(sentence: string, foreign: readonly string[]): string {
  const isForeign = searchFor(foreign)
  const pieces = sentence
    .split('`')
    .flatMap((part, index) => (index % 2 === 1 ? [code(part)] : ordinary(part, isForeign)))
  return pieces.reduce(joined, '')
}

function ordinary(part: string, isForeign: RegExp | undefined): readonly string[] {
  const texts = isForeign === undefined ? [part] : part.split(isForeign)
  return texts.flatMap((text, index) => (index % 2 === 1 ? [code(text)] : text.split(/(?<=\s)|(?=\s)/).map(tamed)))
}

function tamed(word: string): string {
  return word.trim() === '' || clock.test(word) || (harmless.test(word) && !link.test(word)) ? word : code(word)
}

/** Two codes side by side would be read as one: their fences would run together. */
function joined(text: string, piece: string): string {
  return text.endsWith('`') && piece.startsWith('`') ? `${text} ${piece}` : text + piece
}

/** Foreign texts as whole words; in a group, so that splitting keeps them. */
function searchFor(foreign: readonly string[]): RegExp | undefined {
  const texts = foreign.filter((text) => text.trim() !== '').toSorted((a, b) => b.length - a.length)
  if (texts.length === 0) return undefined
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(${texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
}
