import type { Time } from '../model/memory.ts'

/** Whole seconds, UTC. */
export function timeText(milliseconds: number): Time {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')
}

export function after(time: Time, hours: number): Time {
  return timeText(Date.parse(time) + hours * 3_600_000)
}
