import type { Time } from '../model/memory.ts'

const hour = 3_600_000

export function hoursAfter(time: Time, hours: number): Time {
  return textOf(new Date(Date.parse(time) + hours * hour))
}

/** Calendar months, as a purge after so many is counted. */
export function monthsAfter(time: Time, months: number): Time {
  const date = new Date(time)
  date.setUTCMonth(date.getUTCMonth() + months)
  return textOf(date)
}

/** Whole days, rounded down. */
export function daysBetween(from: Time, to: Time): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / (24 * hour))
}

function textOf(date: Date): Time {
  return date.toISOString().replace(/\.\d+Z$/, 'Z')
}
