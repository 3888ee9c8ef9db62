import type { OperationId } from './operations.ts'

/**
 * `bad-gateway` and `dropped`: nothing happened. `bad-gateway-after` and `dropped-after`: it happened, and the caller does not hear of it.
 * `secondary-limit` asks to wait a second, `primary-limit` until the next. `forbidden`: a permission is missing. `twice`: it happens twice.
 */
export type Misbehaviour =
  | 'bad-gateway'
  | 'bad-gateway-after'
  | 'dropped'
  | 'dropped-after'
  | 'secondary-limit'
  | 'primary-limit'
  | 'forbidden'
  | 'twice'

export interface Planned {
  readonly on: OperationId | 'any'
  readonly how: Misbehaviour
  /** How often; once if nothing is said. */
  readonly times?: number
}

export interface Plain {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

function told(status: number, message: string, headers = {}): Plain {
  return { status, headers, body: { message } }
}

/** What GitHub says instead; `undefined` where the caller hears nothing, or the truth. */
export function said(how: Misbehaviour, now: Date): Plain | undefined {
  if (how === 'bad-gateway' || how === 'bad-gateway-after') return told(502, 'Server Error')
  if (how === 'forbidden') return told(403, 'Resource not accessible by integration')
  if (how === 'secondary-limit')
    return told(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {
      'retry-after': '1',
    })
  if (how !== 'primary-limit') return undefined
  const reset = String(Math.ceil(now.getTime() / 1000) + 1)
  return told(403, 'API rate limit exceeded for installation.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': reset,
  })
}

/** Whether the caller's wish is carried out, and how often. */
export function carriedOut(how: Misbehaviour | undefined): number {
  if (how === undefined) return 1
  if (how === 'twice') return 2
  return how.endsWith('-after') ? 1 : 0
}

/** Takes the next misbehaviour that is planned for an operation. */
export function takeFrom(plans: { plan: Planned; left: number }[], id: OperationId): Misbehaviour | undefined {
  const found = plans.find(({ plan, left }) => left > 0 && (plan.on === id || plan.on === 'any'))
  if (found === undefined) return undefined
  found.left -= 1
  return found.plan.how
}
