import { invalid, say, type At } from './check.ts'

/** What only a shell understands, as a word of its own. */
const shell = /^(?:&&?|\|\|?|;|\d?>{1,2}|<|2>&1)$/

/** A line that can be written in quotes as it stands. */
const isEasy = /^[^'"\\\n]{1,100}$/

/** A line for bash, or the words of one program. */
export function checkCommand(value: unknown, at: At): string | readonly string[] | undefined {
  if (typeof value === 'string' && value.trim() !== '') return value
  if (!isWords(value)) return invalid(at, value, 'command')
  const word = value.find((one) => shell.test(one))
  if (word === undefined) return value
  const line = value.join(' ')
  return say(at, 'command-words', { word, ...(isEasy.test(line) && { write: `'${line}'` }) })
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string')
}
