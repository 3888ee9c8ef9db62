import type { Ticket } from '../model/memory.ts'

/** Of texts by their UTF-16 units: the same on every machine, whatever its language. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Lower is earlier. */
export function byTicket(left: Ticket, right: Ticket): number {
  return left[0] - right[0] || byText(left[1], right[1]) || left[2] - right[2]
}
