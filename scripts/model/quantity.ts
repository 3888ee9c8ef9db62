import { remembered } from './remembered.ts'

const nanosPerUnit = 10n ** 9n

/** Billionths of a unit that each suffix stands for. */
const decimal: Readonly<Record<string, bigint>> = {
  n: 1n,
  u: 10n ** 3n,
  m: 10n ** 6n,
  '': nanosPerUnit,
  k: 10n ** 12n,
  M: 10n ** 15n,
  G: 10n ** 18n,
  T: 10n ** 21n,
  P: 10n ** 24n,
  E: 10n ** 27n,
}

const binary: Readonly<Record<string, bigint>> = {
  Ki: nanosPerUnit << 10n,
  Mi: nanosPerUnit << 20n,
  Gi: nanosPerUnit << 30n,
  Ti: nanosPerUnit << 40n,
  Pi: nanosPerUnit << 50n,
  Ei: nanosPerUnit << 60n,
}

/** The server caps quantities with a binary suffix here. */
const largestBinary = (2n ** 63n - 1n) * nanosPerUnit

/** Exponents beyond four digits are refused: reading `1e2147483647` takes the server's memory, and would take ours. */
const syntax = /^[\p{Z}\u0085]*([+-]?)(\d*)(\.\d*)?(?:([KMGTPE]i)|[eE]([+-]?0*\d{1,4})|([numkMGTPE]?))[\p{Z}\u0085]*$/u

/**
 * A Kubernetes quantity (`"100m"`, `"16Gi"`, `2`) in billionths of its unit (cores, bytes, devices), rounded away from zero as the
 * API server does; `undefined` where the server would not read it. Digits may be missing: the server reads `"m"` as 0, but not `"Pi"`.
 * Source: k8s.io/apimachinery `resource.Quantity.UnmarshalJSON`, `resource.ParseQuantity`.
 */
export function nanos(value: unknown): bigint | undefined {
  return typeof value === 'string' || typeof value === 'number' ? read(String(value)) : undefined
}

const read = remembered((written: string): bigint | undefined => {
  const match = syntax.exec(written)
  if (match === null || written.trim() === '') return undefined
  const [, sign, whole = '', point = '', binarySuffix, exponent = '0', suffix = ''] = match
  const digits = whole + point.slice(1)
  if (digits === '' && (Number(exponent) < -9 || binarySuffix === 'Pi' || binarySuffix === 'Ei')) return undefined
  const scale = (binarySuffix === undefined ? decimal[suffix] : binary[binarySuffix]) ?? nanosPerUnit
  const amount = shifted(BigInt(digits) * scale, Number(exponent) - Math.max(point.length - 1, 0))
  const capped = binarySuffix !== undefined && amount > largestBinary ? largestBinary : amount
  return sign === '-' ? -capped : capped
})

/** `amount` × 10^`places`, rounded up. */
function shifted(amount: bigint, places: number): bigint {
  if (places === 0) return amount
  if (places > 0) return amount * 10n ** BigInt(places)
  const divisor = 10n ** BigInt(-places)
  return (amount + divisor - 1n) / divisor
}

/** The quantity in whole units, rounded up: `"1500m"` is 2, `"1Gi"` is 1073741824. */
export function units(value: unknown): number | undefined {
  const amount = nanos(value)
  if (amount === undefined) return undefined
  return Number(amount > 0n ? (amount + nanosPerUnit - 1n) / nanosPerUnit : amount / nanosPerUnit)
}

/** Bytes as people write them, to two decimals: `16Gi`, `1.5Ti`, `512Mi`. */
export function bytesText(bytes: number, round: (value: number) => number = Math.round): string {
  if (bytes === 0) return '0'
  const [size, suffix] = bytes >= 2 ** 40 ? [2 ** 40, 'Ti'] : bytes >= 2 ** 30 ? [2 ** 30, 'Gi'] : [2 ** 20, 'Mi']
  return `${round((bytes * 100) / size) / 100}${suffix}`
}
