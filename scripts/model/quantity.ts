const suffixes: Readonly<Record<string, readonly [numerator: bigint, denominator: bigint]>> = {
  n: [1n, 10n ** 9n],
  u: [1n, 10n ** 6n],
  m: [1n, 10n ** 3n],
  '': [1n, 1n],
  k: [10n ** 3n, 1n],
  M: [10n ** 6n, 1n],
  G: [10n ** 9n, 1n],
  T: [10n ** 12n, 1n],
  P: [10n ** 15n, 1n],
  E: [10n ** 18n, 1n],
  Ki: [1n << 10n, 1n],
  Mi: [1n << 20n, 1n],
  Gi: [1n << 30n, 1n],
  Ti: [1n << 40n, 1n],
  Pi: [1n << 50n, 1n],
  Ei: [1n << 60n, 1n],
}

const syntax = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/
const nanosPerUnit = 10n ** 9n

/**
 * A Kubernetes quantity (`"100m"`, `"16Gi"`, `2`) in billionths of its unit (cores, bytes, devices), rounded away from zero as the
 * API server does; `undefined` where the server would not read it.
 * Source: k8s.io/apimachinery `resource.ParseQuantity`.
 */
export function nanos(value: unknown): bigint | undefined {
  const [, sign, digits, exponent, suffix = ''] = syntax.exec(String(value)) ?? []
  if (digits === undefined || (typeof value !== 'string' && typeof value !== 'number')) return undefined
  const [whole = '', fraction = ''] = digits.split('.')
  const power = exponent === undefined ? 0n : BigInt(exponent.slice(1))
  const [up, down] = suffixes[suffix] ?? [1n, 1n]
  const numerator = BigInt(whole + fraction) * nanosPerUnit * up * 10n ** (power > 0n ? power : 0n)
  const denominator = down * 10n ** BigInt(fraction.length) * 10n ** (power < 0n ? -power : 0n)
  const rounded = (numerator + denominator - 1n) / denominator
  return sign === '-' ? -rounded : rounded
}

/** The quantity in whole units, rounded up: `"1500m"` is 2, `"1Gi"` is 1073741824. */
export function units(value: unknown): number | undefined {
  const amount = nanos(value)
  if (amount === undefined) return undefined
  return Number(amount > 0n ? (amount + nanosPerUnit - 1n) / nanosPerUnit : amount / nanosPerUnit)
}

/** Bytes as people write them: `16Gi`, `1.5Ti`, `512Mi`. */
export function bytesText(bytes: number): string {
  const [size, suffix] = bytes >= 2 ** 40 ? [2 ** 40, 'Ti'] : bytes >= 2 ** 30 ? [2 ** 30, 'Gi'] : [2 ** 20, 'Mi']
  return `${Number((bytes / size).toFixed(2))}${suffix}`
}
