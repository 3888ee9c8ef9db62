const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u
const combining = /[\p{M}\ufe0f]/u
const simple = /^[\x20-\x7e]*$/

/** Columns that a text takes in a terminal: wide characters take two, combining ones none. */
export function widthOf(text: string): number {
  if (simple.test(text)) return text.length
  return Array.from(text, columnsOf).reduce((sum, columns) => sum + columns, 0)
}

function columnsOf(character: string): number {
  if (combining.test(character)) return 0
  return wide.test(character) ? 2 : 1
}
