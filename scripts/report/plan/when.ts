import type { Time } from '../../model/memory.ts'

/** A moment in the lab's time zone: `Tue 24 Nov 10:05`. */
export function moment(time: Time, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(time))
  return parts.replaceAll(',', '')
}
