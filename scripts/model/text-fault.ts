/** What no source text may hold, although it is well-formed: where in UTF-16 units, or `undefined` for a sound text. */
export function textFault(
  text: string,
): { readonly code: 'byte-order-mark' | 'nul-character'; readonly offset: number } | undefined {
  if (text.startsWith('\ufeff')) return { code: 'byte-order-mark', offset: 0 }
  const nul = text.indexOf('\0')
  return nul === -1 ? undefined : { code: 'nul-character', offset: nul }
}
