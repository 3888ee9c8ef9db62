import type { Answer, Ask } from '../model/ask.ts'
import { answerOf } from './answer-of.ts'
import { withBreaker } from './breaker.ts'
import { ClusterError } from './cluster-error.ts'
import { type Exchange, NoAnswer } from './http.ts'
import { requestOf } from './request-of.ts'

/** Never rejects for what a cluster can do: that is an answer too. */
export type Send = (ask: Ask) => Promise<Answer>

/** Asks in a namespace, over an exchange that has patience with a busy server. */
export function sendOver(exchange: Exchange, namespace: string): Send {
  return withBreaker(async (ask) => {
    try {
      return answerOf(ask, await exchange(requestOf(ask, namespace)))
    } catch (error) {
      return unanswered(error)
    }
  })
}

function unanswered(error: unknown): Answer {
  if (error instanceof NoAnswer) return { said: 'unknown', message: error.message }
  if (error instanceof ClusterError) return { said: 'not-allowed', message: error.message }
  throw error
}
