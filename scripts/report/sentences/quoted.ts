const shown = 60

/** A value as code; what is longer than a line is cut. */
export function quoted(value: string): string {
  return `\`${value.length > shown ? `${value.slice(0, shown)}…` : value}\``
}
