import { asCode } from './as-code.ts'

/** A value as one writes it in a request: `'1xA100'`. */
export function literal(type: string): string {
  const text = /^"(.*)"$/.exec(type)
  return asCode(text ? `'${text[1]}'` : type)
}

const plural: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: '`null`',
}

/** What somebody wrote, from its type, where something else was wanted: of a text that was no constant only that is known. */
export function valueWords(type: string, wantedType: string): string {
  if (type === 'string' && /^(CountXGpu|Uppercase|`|")/.test(wantedType)) return 'just any text'
  if (Object.hasOwn(plural, type)) return plural[type] ?? type
  if (type.startsWith('{')) return 'this object'
  if (type.endsWith('[]')) return 'a list'
  return /^[A-Z]\w*$/.test(type) ? `a ${asCode(type)}` : literal(type)
}

/** What is wanted, by the name that TypeScript gives the type. */
const wanted: Readonly<Record<string, string>> = {
  number: 'a number, without quotes',
  string: 'a text in quotes',
  'string | number': 'a text in quotes, or a number',
  'string | readonly string[]': 'a line for the shell in quotes, or a list of program and arguments',
  'readonly number[]': 'a list of numbers: `[8888]`',
  'readonly (string | number)[]': 'a list of values: `[0.1, 0.01]`',
  'readonly string[]': "a list of texts: `['a', 'b']`",
  true: '`true`, or leave it out',
  Disk: 'a disk: what `volume`, `shared` or `readOnly` gives',
  'Uppercase<string>': "a name in capitals: `'WANDB_API_KEY'`",
  '`${number}Gi`': "gibibytes in quotes: `'16Gi'`",
  '`${number}Gi` | `${number}Ti`': "a size in quotes: `'100Gi'` or `'1Ti'`",
  '`${string}/${string}`': "owner and repository: `'bob/vit'`",
  '`20${number}-${number}-${number}`': "a day: `'2026-12-31'`",
}

const anyImage = '`${string}/${string}:${string}`'

/** What fits a type, with an example to write. */
export function wantedWords(type: string): string {
  const cards = /^CountXGpu<(\d+)>$/.exec(type)
  if (cards) return `how many cards of which kind, at most ${cards[1]}: \`'1x24GB'\` or \`'1xA100'\``
  if (Object.hasOwn(wanted, type)) return wanted[type] ?? type
  const parts = type.split(' | ')
  if (parts.includes(anyImage)) {
    return `${either(parts.filter((part) => part !== anyImage))}, or a whole image name with its tag: \`'ghcr.io/owner/name:v1'\``
  }
  const numbers = parts.map(Number)
  const inRow = numbers.every((number, index) => number === (numbers[0] ?? 0) + index)
  if (parts.length > 2 && inRow) return `a number from ${parts[0]} to ${parts.at(-1)}`
  return parts.length > 1 && parts.every(isListed) ? either(parts) : `what fits ${asCode(type)}`
}

/** A literal, or how TypeScript cuts a long list in the middle. */
function isListed(part: string): boolean {
  return /^("[^"]*"|\d+|\.\.\. \d+ more \.\.\.)$/.test(part)
}

function either(parts: readonly string[]): string {
  const names = parts.map((part) => (part.startsWith('... ') ? part.replaceAll(/\.\.\. ?/g, '').trim() : literal(part)))
  return names.length > 1 ? `one of ${names.join(', ')}` : names.join('')
}
