import type { Account } from '../model/facts.ts'
import { at, countAt, textAt } from '../model/at.ts'
import type { Json } from '../model/json.ts'

/** What an event tells: where to look, and who is said to have caused it. Everything else is asked for again. */
export interface SeenEvent {
  readonly action: string
  readonly sender: Account
  readonly issue: number
  readonly comment?: number
}

/** GitHub's payload of `issue_comment` and `issues`; `undefined` for any other. */
export function readEvent(payload: Json): SeenEvent | undefined {
  const action = textAt(payload, 'action')
  const login = textAt(payload, 'sender', 'login')
  const id = countAt(payload, 'sender', 'id')
  const issue = countAt(payload, 'issue', 'number')
  if (action === undefined || login === undefined || id === undefined || issue === undefined) return undefined
  const comment = at(payload, 'comment') === undefined ? undefined : countAt(payload, 'comment', 'id')
  return { action, sender: { login, id }, issue, ...(comment !== undefined && { comment }) }
}
