/** Talk goes to stderr, so that stdout holds nothing but what was asked for. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
