/**
 * What a literal block would not show, or not keep: white space at the start needs an indentation mark, two breaks at the end another
 * one, and what cannot be seen belongs between quotes.
 */
const unfit = /^\s|[^\P{C}\t\n]|(?! )\p{Z}|\p{Default_Ignorable_Code_Point}|\n\n$/u

/** A text of several lines as a literal block, lines indented by `indent`; `undefined` where a quoted string is the safer form. */
export function literalText(text: string, indent: string): string | undefined {
  if (!text.includes('\n') || unfit.test(text)) return undefined
  const body = text.replace(/\n$/, '').replace(/^(?=.)/gm, indent)
  return `|${text.endsWith('\n') ? '' : '-'}\n${body}`
}
