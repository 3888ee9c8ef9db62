import type { Day } from '../../../model/lab.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const milliseconds = 86_400_000

/** Whole days from one day to another, negative for one that is past; `undefined` where one is no day of the calendar. */
export function daysBetween(from: Day, to: Day): number | undefined {
  const [start, end] = [instant(from), instant(to)]
  return start === undefined || end === undefined ? undefined : (end - start) / milliseconds
}

/** The day so many days after one that is in the calendar. */
export function dayAfter(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10)
}

/** JavaScript turns the 31st of February into a day of March; nobody meant that. */
function instant(text: Day): number | undefined {
  const time = day.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : time
}
