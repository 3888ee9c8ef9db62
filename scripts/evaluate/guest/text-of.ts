const longest = 4000

/** A text that is safe to hand out: of bounded length, and whole; everything else is empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, longest).toWellFormed() : ''
}
