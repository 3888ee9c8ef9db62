/** The value if it is a text, else an empty one: what comes from outside may be anything. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
