import { expect, test } from 'vitest'
import { untilFrom } from './card-offers.ts'

test.each<[today: string, maxDays: number, until: string]>([
  ['2026-11-22', 120, '2026-12-06'],
  ['2026-11-24', 120, '2026-12-06'],
  ['2026-11-28', 120, '2026-12-06'],
  ['2026-11-29', 120, '2026-12-13'],
  ['2026-12-31', 120, '2027-01-10'],
  ['2026-11-24', 5, '2026-11-29'],
])('from %s with at most %i days: %s', (today, maxDays, until) => {
  expect(untilFrom(today, maxDays)).toBe(until)
})
