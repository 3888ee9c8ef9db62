/** What YAML can say and JSON cannot: infinity, and what is no number. */
export const notJson = Symbol('not JSON')

export type Scalar = string | number | boolean | null | typeof notJson

/** Only what begins with one of these can be anything but text. */
const hints = new Set('+-.0123456789yYnNtTfFoO~')

const words = new Map<string, Scalar>([
  ...spellings(['y', 'yes', 'true', 'on'], true),
  ...spellings(['n', 'no', 'false', 'off'], false),
  ...spellings(['', '~', 'null'], null),
  ...spellings(['.nan', '.inf', '+.inf', '-.inf'], notJson),
  ['.NaN', notJson],
])

const largest = { signed: 2n ** 63n, unsigned: 2n ** 64n }

/**
 * What Kubernetes hears when a text stands in YAML without quotes. It reads YAML 1.1 in a way of its own: `yes` is true, `014` and `0o14` are 12,
 * `1_000` is 1000, `1:30` is text and a date is text. Source: sigs.k8s.io/yaml v1.4.0, `goyaml.v2/resolve.go`.
 */
export function plainScalar(text: string): Scalar {
  if (text !== '' && !hints.has(text.charAt(0))) return text
  const word = words.get(text)
  if (word !== undefined) return word
  if (text.startsWith('.')) return fractionOrText(text)
  return /^[-+\d]/.test(text) ? numberOrText(text) : text
}

/** Underscores only between digits. */
function fractionOrText(text: string): Scalar {
  const isFraction = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(text)
  return isFraction ? finite(text.replaceAll('_', ''), text) : text
}

/** Underscores count for nothing, wherever they stand. A number with a base that needs more than 64 bits is text; a decimal one loses digits. */
function numberOrText(text: string): Scalar {
  const plain = text.replaceAll('_', '')
  const integer = integerOf(plain)
  if (integer !== undefined) return integer
  return /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain) ? finite(plain, text) : text
}

function integerOf(plain: string): number | undefined {
  const [, sign = '', base = '', digits = ''] =
    /^([-+]?)(0[xX]|0[bB]|0[oO]?|)([\da-fA-F]+)$/.exec(plain) ?? oddBinary(plain)
  const number = bigOf(base.toLowerCase(), digits)
  if (number === undefined) return undefined
  const limit = sign === '' ? largest.unsigned : largest.signed + (sign === '-' ? 1n : 0n)
  return number < limit ? Number(sign === '-' ? -number : number) : undefined
}

/** The reader takes the sign of a binary number behind its base too. */
function oddBinary(plain: string): readonly string[] {
  const [, sign = '', digits] = /^0b([-+])([01]+)$/.exec(plain) ?? []
  return digits === undefined ? [] : ['', sign, '0b', digits]
}

function bigOf(base: string, digits: string): bigint | undefined {
  const prefix = base === '0' ? '0o' : base
  const allowed = { '': /^\d+$/, '0o': /^[0-7]+$/, '0x': /^[\da-f]+$/i, '0b': /^[01]+$/ }[prefix]
  return allowed?.test(digits) === true ? BigInt(prefix + digits) : undefined
}

function finite(number: string, text: string): Scalar {
  const value = Number(number)
  return Number.isFinite(value) ? value : text
}

/** `yes`, `Yes` and `YES`, but not `yEs`. */
function spellings(all: readonly string[], value: Scalar): readonly [string, Scalar][] {
  return all.flatMap((word) => {
    const capital = word.replace(/[a-z]/, (letter) => letter.toUpperCase())
    return [word, capital, word.toUpperCase()].map((spelling): [string, Scalar] => [spelling, value])
  })
}
