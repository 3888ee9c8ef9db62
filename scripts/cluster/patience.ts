import { deniedByWebhook } from './status.ts'
import type { Exchange, Response } from './http.ts'

/** Waits for so many milliseconds. */
export type Sleep = (milliseconds: number) => Promise<void>

/** Seconds between tries where the server does not say (`apply.md` 6). */
const waits = [1, 4, 16, 16, 16]

/** Nobody waits longer for one try, whatever the server says. */
const longest = 60

/** A busy server (429, 503) is asked again five times; its last word is the answer. It has not begun with what it turned away. */
export function patient(exchange: Exchange, sleep: Sleep): Exchange {
  return async (request) => {
    let response = await exchange(request)
    for (const wait of waits) {
      if (!isBusy(response)) break
      await sleep(Math.min(response.retryAfter ?? wait, longest) * 1000)
      response = await exchange(request)
    }
    return response
  }
}

/** A webhook may deny with any code it likes: that is no sign of a busy server. */
function isBusy(response: Response): boolean {
  return (response.status === 429 || response.status === 503) && !deniedByWebhook(response)
}
