const longest = 40

/** Text of any length as a short one. */
export function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
