import { itemsAt, textAt } from '../model/at.ts'
import type { Response } from './http.ts'

/** A cause that the server names for its no. */
export interface Cause {
  readonly reason: string
  readonly message: string
  readonly field: string
}

/** The server's own sentence, or what there is instead. */
export function messageOf({ status, body }: Response): string {
  return textAt(body, 'message') ?? `the cluster answered ${status} without a word`
}

/** `AlreadyExists`, `Conflict`, `Invalid` …; empty where there is none. */
export function reasonOf({ body }: Response): string {
  return textAt(body, 'reason') ?? ''
}

export function causesOf({ body }: Response): readonly Cause[] {
  return itemsAt(body, 'details', 'causes').map((cause) => ({
    reason: textAt(cause, 'reason') ?? '',
    message: textAt(cause, 'message') ?? '',
    field: textAt(cause, 'field') ?? '',
  }))
}

/** `pods`, `namespaces`: what the no is about. */
export function subjectOf({ body }: Response): string {
  return textAt(body, 'details', 'kind') ?? ''
}

/** Source: k8s.io/apiserver, `admission/plugin/webhook/errors.ToStatusErr`. */
export function deniedByWebhook(response: Response): boolean {
  return /^admission webhook "[^"]*" denied the request/.test(messageOf(response))
}
