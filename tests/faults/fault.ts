import { NoAnswer, type Request, type Response } from '../../scripts/cluster/http.ts'
import type { JsonObject } from '../../scripts/model/json.ts'
import { canned } from '../cluster/canned.ts'
import type { Canned } from '../cluster/fault-proxy.ts'
import type { Between } from '../stories/recorded.ts'

export type Answer = keyof typeof canned | 'silence'

/**
 * What happens to one request, before the server hears of it or after it has answered: the process dies, or hears another answer. `late`:
 * it was on its way for a while, and arrives when the test wants it to.
 */
export interface Fault {
  /** From 1, in the order in which they are sent. */
  readonly at: number
  readonly when: 'before' | 'after' | 'late'
  readonly what: 'death' | Answer
}

/** What says nothing of the request, which may have been carried out. */
const unheard: readonly Answer[] = ['silence', 'timeout', 'badGateway', 'broken']
const answers: readonly Answer[] = [...(Object.keys(canned) as readonly (keyof typeof canned)[]), 'silence']
/** What can be heard at one request, and whether the server did what was asked. */
export const lies = [
  ...answers.map((what) => ({ what, when: 'before' as const })),
  ...unheard.map((what) => ({ what, when: 'after' as const })),
]

export interface Disturbance {
  readonly between: Between
  /** Resolves when the process is dead, and what it had sent has arrived: no judge reads the cluster while it still changes. */
  readonly death: Promise<void>
  /** The request that the fault met. */
  readonly struck: () => Request | undefined
  /** What was on its way reaches the server. */
  readonly arrive: () => Promise<void>
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
  const underway: Promise<Response>[] = []
  let belated: (() => Promise<Response>) | undefined
  const between: Between = async (request, pass) => {
    sent += 1
    if (fault?.what === 'death' && met !== undefined) return await never
    if (sent === fault?.at) met = request
    if (fault === undefined || request !== met || left === 0) return await followed(pass())
    left -= 1
    if (fault.when === 'after') await pass()
    if (fault.when === 'late') belated = pass
    if (fault.what !== 'death') return responseOf(fault.what)
    await Promise.allSettled(underway)
    dying.resolve()
    return await never
  }
  function followed(passing: Promise<Response>): Promise<Response> {
    underway.push(passing)
    return passing
  }
  const arrive = async (): Promise<void> => {
    await belated?.()
  }
  return { between, death: dying.promise, struck: () => met, arrive, count: () => sent }
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

/** Whether the server is asked to change anything. */
export function changes({ method, query }: Request): boolean {
  return method !== 'GET' && query?.['dryRun'] === undefined
}
