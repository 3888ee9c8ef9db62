import { UsageError } from './usage-error.ts'

/** The value of an option that takes a number. */
export function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`\`${option}\` takes a whole number, not \`${text}\`.`)
}
