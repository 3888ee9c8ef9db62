import { NoAnswer, type Request, type Response } from '../../scripts/cluster/http.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import { canned } from '../cluster/canned.ts'
import type { Canned } from '../cluster/fault-proxy.ts'
import type { Between } from '../stories/recorded.ts'

export type Answer = keyof typeof canned | 'silence'

/** What happens to one request, before the server hears of it or after it has answered: the process dies, or hears another answer. */
export interface Fault {
  /** From 1, in the order in which they are sent. */
  readonly at: number
  readonly when: 'before' | 'after'
  readonly what: 'death' | Answer
}

export interface Disturbance {
  readonly between: Between
  /** Resolves when the process is dead. */
  readonly death: Promise<void>
  /** The request that the fault met. */
  readonly struck: () => Request | undefined
  /** How many were sent. */
  readonly count: () => number
}

/** To how many tries of the request the answer is given: a busy server is asked again, up to five times. */
const tries: Partial<Record<Fault['what'], number>> = { unavailable: 6 }

export function disturbed(fault?: Fault): Disturbance {
  let sent = 0
  let met: Request | undefined
  let left = fault === undefined ? 0 : (tries[fault.what] ?? 1)
  const dying = Promise.withResolvers<void>()
  const between: Between = async (request, pass) => {
    sent += 1
    if (fault?.what === 'death' && met !== undefined) return await never
    if (sent === fault?.at) met = request
    if (fault === undefined || request !== met || left === 0) return await pass()
    left -= 1
    if (fault.when === 'after') await pass()
    if (fault.what !== 'death') return responseOf(fault.what)
    dying.resolve()
    return await never
  }
  return { between, death: dying.promise, struck: () => met, count: () => sent }
}

/** A dead process hears nothing. */
const never = new Promise<never>(() => undefined)

function responseOf(answer: Answer): Response {
  if (answer === 'silence') throw new NoAnswer('the connection is broken')
  const { status, body, headers }: Canned = canned[answer]
  const later = headers?.['retry-after']
  return { status, body: parsed(body), ...(later !== undefined && { retryAfter: Number(later) }) }
}

/** A proxy before the server speaks another language. */
function parsed(body: string): JsonObject {
  return body.startsWith('{') ? (JSON.parse(body) as JsonObject) : {}
}
