import { type Exchange, NoAnswer, type Request, type Response } from './http.ts'

const tries = 3

/** Reading twice harms nobody: what got no answer, or a broken server's, is asked again. `undefined` if it never came. */
export async function readAgain(exchange: Exchange, request: Request): Promise<Response | undefined> {
  for (let tried = 0; tried < tries; tried += 1) {
    const response = await exchange(request).catch(unanswered)
    if (response !== undefined && response.status < 500) return response
  }
  return undefined
}

function unanswered(error: unknown): undefined {
  if (!(error instanceof NoAnswer)) throw error
}
