import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesText, nanos, units } from './quantity.ts'

const one = 10n ** 9n
const largest = (2n ** 63n - 1n) * one

/** Each row was put to `resource.Quantity.UnmarshalJSON` of Kubernetes 1.33. */
const read: readonly (readonly [written: unknown, amount: bigint])[] = [
  ['0', 0n],
  ['1', one],
  [2, 2n * one],
  [1.5, (3n * one) / 2n],
  [1e21, 10n ** 21n * one],
  ['100m', one / 10n],
  ['1k', 1000n * one],
  ['1Ki', 1024n * one],
  ['1.5Gi', 1536n * 2n ** 20n * one],
  ['+1', one],
  ['-0.5', -one / 2n],
  ['.5', one / 2n],
  ['5.', 5n * one],
  ['007', 7n * one],
  ['1e3', 1000n * one],
  ['1E3', 1000n * one],
  ['1E', 10n ** 18n * one],
  ['1e+2', 100n * one],
  ['1.e-2', one / 100n],
  ['1e00003', 1000n * one],
  ['12E', 12n * 10n ** 18n * one],
  [' 1Gi ', 2n ** 30n * one],
  ['\u00a01Gi\u2028', 2n ** 30n * one],
  ['1n', 1n],
  ['0.1n', 1n],
  ['-0.1n', -1n],
  ['1e-5000', 1n],
  ['0.00000000001Ki', 11n],
  ['8Ei', largest],
  ['-16Ei', -largest],
]

describe('what the server reads', () => {
  test.each(read)('%j', (written, amount) => {
    expect(nanos(written)).toBe(amount)
  })

  test.each(['.', '+', '-', 'm', '.Ki', 'e3', '-n'])('%j without a digit is nothing', (written) => {
    expect(nanos(written)).toBe(0n)
  })
})

describe('what it does not read', () => {
  test.each([
    '',
    ' ',
    '1 Gi',
    '1K',
    '1GB',
    '1Gb',
    '1gi',
    '1mm',
    '1..2',
    '1.2.3',
    '0x1',
    '1e',
    '1e+',
    '1e3i',
    '1_000',
    '١',
    '\t1',
    '+-1',
  ])('%j', (written) => expect(nanos(written)).toBeUndefined())

  test.each(['Pi', 'Ei', '.Ei', 'e-20'])('%j, which needs a digit', (written) => {
    expect(nanos(written)).toBeUndefined()
  })

  test.each([true, null, undefined, {}, ['1'], Number.NaN, Number.POSITIVE_INFINITY])(
    '%j, which is no text',
    (written) => {
      expect(nanos(written)).toBeUndefined()
    },
  )
})

test('an exponent that would fill the memory is refused', () => {
  expect(nanos('1e2147483647')).toBeUndefined()
})

test('suffixes are steps of a thousand, or of 1024', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 6n }), fc.nat(8), (count, step) => {
      const bigger = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
      expect(nanos(`${count}${bigger[step + 1]}`)).toBe((nanos(`${count}${bigger[step]}`) ?? 0n) * 1000n)
    }),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 1000n }), fc.nat(3), (count, step) => {
      const bigger = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi']
      expect(nanos(`${count}${bigger[step + 1]}`)).toBe((nanos(`${count}${bigger[step]}`) ?? 0n) * 1024n)
    }),
  )
})

test('a point in the number and an exponent say the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.nat(9), (digits, places) => {
      const text = String(digits).padStart(places + 1, '0')
      const pointed = `${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`
      expect(nanos(pointed)).toBe(nanos(`${digits}e-${places}`))
    }),
  )
})

test('a sign in front turns the amount around', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (count) => {
      expect(nanos(`-${count}m`)).toBe(-(nanos(`${count}m`) ?? 0n))
    }),
  )
})

test.each([
  ['1500m', 2],
  ['1n', 1],
  ['0', 0],
  ['1Gi', 2 ** 30],
  ['2', 2],
  ['two', undefined],
])('%j in whole units is %j', (written, count) => {
  expect(units(written)).toBe(count)
})

test.each([
  [16 * 2 ** 30, '16Gi'],
  [1.5 * 2 ** 40, '1.5Ti'],
  [512 * 2 ** 20, '512Mi'],
  [2 ** 30 - 2 ** 20, '1023Mi'],
])('%j bytes are %j', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text)
})
