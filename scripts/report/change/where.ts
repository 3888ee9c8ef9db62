/** What a comment is written for, besides the card. */
export interface Where {
  /** `https://github.com/uci/lab`. */
  readonly home: string
  readonly timeZone: string
  /** RFC 3339. */
  readonly now: string
}

/** A line of a file as the change has it. */
export function lineUrl({ home }: Where, head: string | undefined, path: string, line: number | undefined): string {
  const file = path.split('/').map(encoded).join('/')
  return `${home}/blob/${head ?? 'main'}/${file}${line === undefined ? '' : `#L${line}`}`
}

/** Threat: a name with backticks could break out of a link's label; no file or request that counts is called so. */
export function isPlainName(name: string): boolean {
  return /^[\w./-]{1,200}$/.test(name)
}

/** Also what would end a link in Markdown. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[()'*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
}
