import type { Time } from '../model/memory.ts'

/** Now, in whole seconds. */
export function clock(now = new Date()): Time {
  return `${now.toISOString().slice(0, 19)}Z`
}
