/** What cannot be seen or moves what stands beside it: control, format, bidi, unassigned, and characters that are drawn as nothing. */
const unseen = /[[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\ufe0f]]/gv

/** Foreign text as it may be shown to people, at most `limit` UTF-16 units of it: what cannot be seen becomes `␣202e`. */
export function visible(text: string, limit = 300): string {
  return shown(text.length > limit ? `${cut(text, limit)}…` : text)
}

/** A text of any length with the unseen made visible. */
export function shown(text: string): string {
  return text.normalize('NFC').replace(unseen, mark)
}

function mark(character: string): string {
  return `␣${(character.codePointAt(0) ?? 0).toString(16)}`
}

function cut(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
}
