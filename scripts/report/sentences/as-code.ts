/** A foreign text as code: every backtick in it is ours, for one of its own would end it. */
export function asCode(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replaceAll('\n', ' ')}\``
}
