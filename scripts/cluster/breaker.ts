import type { Send } from './send.ts'

const most = 5

/** After five asks in a row without an answer, or one that we have no right to, nothing more is sent, and told so (`apply.md` 6). */
export function withBreaker(send: Send): Send {
  let unanswered = 0
  let broken = false
  return async (ask) => {
    if (broken) return { said: 'not-sent' }
    const answer = await send(ask)
    unanswered = answer.said === 'unknown' ? unanswered + 1 : 0
    broken ||= answer.said === 'not-allowed' || unanswered >= most
    return answer
  }
}
