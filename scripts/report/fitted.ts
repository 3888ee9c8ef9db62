import { counted } from './summary.ts'

/** GitHub takes 65,536 characters in a comment; the rest is for those who put this into one. */
const longest = 60_000
const reserve = 500

/** As many lines as fit into a comment; then how many list items of `noun` did not, and what shows them. */
export function fitted(lines: readonly string[], noun: string, elsewhere: string): string {
  let length = reserve
  const fit = lines.findIndex((line) => (length += line.length + 1) > longest)
  if (fit === -1) return `${lines.join('\n')}\n`
  const hidden = lines.slice(fit).filter((line) => line.startsWith('- ')).length
  return `${lines.slice(0, fit).join('\n')}\n\n${counted(hidden, noun)} more than fit here: ${elsewhere}\n`
}
