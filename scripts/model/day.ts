import type { Day } from './lab.ts'

/** The day that it is in a time zone: `2026-11-24`. */
export function dayIn(timeZone: string, now: Date): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
