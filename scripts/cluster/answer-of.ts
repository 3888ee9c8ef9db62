import type { Answer, Ask } from '../model/ask.ts'
import type { Response } from './http.ts'
import { causesOf, deniedByWebhook, messageOf, reasonOf, subjectOf } from './status.ts'

/** What an answer means for an ask: the table of `apply.md` 6. The first row that fits decides. */
export function answerOf(ask: Ask, response: Response): Answer {
  const message = messageOf(response)
  const [, meaning] = rows.find(([fits]) => fits(response, ask)) ?? []
  return meaning === undefined ? { said: 'unknown', message } : meaning(response, message)
}

type Row = readonly [
  fits: (response: Response, ask: Ask) => boolean,
  meaning: (response: Response, message: string) => Answer,
]

const rows: readonly Row[] = [
  [({ status }) => status >= 200 && status < 300, ({ body }) => ({ said: 'done', object: body })],
  [deniedByWebhook, rejected],
  [({ status }) => status === 401, notAllowed],
  [(response) => response.status === 403 && lacksRight(response), notAllowed],
  [namespaceGone, notAllowed],
  [(response) => response.status === 403 && quotaIsUsedUp(response), quota],
  [({ status }, ask) => status === 404 && (ask.do === 'get' || ask.do === 'delete'), gone],
  [({ status }, ask) => status === 404 && changes(ask), moved],
  [isContested, contested],
  [(response, ask) => response.status === 409 && ask.do === 'delete' && !namesVersion(response), gone],
  [alreadyThere, () => ({ said: 'exists' })],
  [({ status }) => status === 409, moved],
  [(response) => response.status === 422 && namesOtherUid(response), moved],
  [({ status }) => status >= 400 && status < 500 && status !== 408 && status !== 429, rejected],
]

function changes(ask: Ask): boolean {
  return ask.do === 'patch' || ask.do === 'apply' || (ask.do === 'remember' && ask.version !== undefined)
}

/** Where RBAC says no, the sentence begins with the resource; what a policy says stands behind "denied request:". */
function lacksRight(response: Response): boolean {
  return /^[^:]* is forbidden: User "[^"]*" cannot /.test(messageOf(response))
}

/** A quota whose use was not counted yet is no verdict on the request either. */
function quotaIsUsedUp(response: Response): boolean {
  return /^[^:]* is forbidden: (?:exceeded quota: |status unknown for quota: )/.test(messageOf(response))
}

function namespaceGone(response: Response): boolean {
  const terminating = causesOf(response).some(({ reason }) => reason === 'NamespaceTerminating')
  return terminating || (response.status === 404 && subjectOf(response) === 'namespaces')
}

/** The condition of `apply-new` is the version "1", which nothing that exists has: its conflict says that something exists. */
function alreadyThere(response: Response, ask: Ask): boolean {
  return response.status === 409 && (reasonOf(response) === 'AlreadyExists' || ask.do === 'apply-new')
}

function namesOtherUid(response: Response): boolean {
  return causesOf(response).some(({ field }) => field === 'metadata.uid')
}

/** A delete names a UID, and sometimes a version too: the object is there, and was changed since it was read. */
function namesVersion(response: Response): boolean {
  return /\bResourceVersion in (?:the )?precondition\b/.test(messageOf(response))
}

const conflict = 'FieldManagerConflict'

function isContested(response: Response): boolean {
  return response.status === 409 && causesOf(response).some(({ reason }) => reason === conflict)
}

/** `conflict with "kubectl-edit" using v1`. */
function contested(response: Response, message: string): Answer {
  const causes = causesOf(response).filter(({ reason }) => reason === conflict)
  const managers = causes.map((cause) => /^conflict with "([^"]*)"/.exec(cause.message)?.[1] ?? '?')
  const manager = [...new Set(managers)].join(', ')
  return { said: 'contested', manager, fields: causes.map(({ field }) => field), message }
}

function moved(): Answer {
  return { said: 'moved' }
}

function gone(): Answer {
  return { said: 'gone' }
}

function quota(_: Response, message: string): Answer {
  return { said: 'quota', message }
}

function notAllowed(_: Response, message: string): Answer {
  return { said: 'not-allowed', message }
}

function rejected(response: Response, message: string): Answer {
  return { said: 'rejected', message, fields: causesOf(response).flatMap(({ field }) => (field === '' ? [] : [field])) }
}
