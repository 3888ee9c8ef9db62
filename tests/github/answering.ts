import type { IncomingMessage, ServerResponse } from 'node:http'
import { faultsOfCall, faultsOfReply, operationFor, type Asked } from './contract.ts'
import { handlers } from './handlers/index.ts'
import type { Answer, Asking, Hub, Json } from './hub.ts'
import { carriedOut, said, takeFrom, type Misbehaviour, type Plain, type Planned } from './misbehave.ts'
import type { OperationId } from './operations.ts'
import { paged } from './paged.ts'
import { needs } from './permissions.ts'
import { Refusal } from './refusal.ts'
import { botOf, callerOf, whyNot, type Caller } from './tokens.ts'

/** A call, as a test looks at it. */
export interface Call {
  /** `POST /repos/uci/lab/pulls?x=1`. */
  readonly said: string
  readonly operation?: OperationId
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body?: unknown
  /** A login; `''` where nobody says who they are. */
  readonly by: string
  readonly status: number
}

export interface Hook {
  readonly operation: OperationId
  readonly hook: (asked: Asked) => void | Promise<void>
}

export interface Counter {
  readonly hub: Hub
  readonly tokens: ReadonlyMap<string, Caller>
  readonly calls: Call[]
  readonly violations: string[]
  readonly plans: { plan: Planned; left: number }[]
  readonly hooks: Hook[]
  readonly now: () => Date
}

interface Heard {
  readonly said: string
  readonly asked?: Asked
  readonly body: unknown
  readonly caller?: Caller
}

/** Where every call comes in: heard, logged, judged by the contract, answered. */
export function answering(counter: Counter): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    void serve(counter, request, response).catch((error: unknown) => {
      counter.violations.push(
        `the double broke at ${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      )
      send(response, { status: 500, headers: {}, body: { message: 'the double broke' } })
    })
  }
}

async function serve(counter: Counter, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const heard = await hear(counter, request)
  const { asked, caller, body } = heard
  const how = asked && takeFrom(counter.plans, asked.operation.id)
  const truth = await truthOf(counter, heard, how)
  const instead = how && said(how, counter.now())
  const isDropped = how === 'dropped' || how === 'dropped-after'
  const told = instead ?? truth
  counter.calls.push({
    said: heard.said,
    path: asked?.path ?? {},
    query: asked?.query ?? {},
    by: loginOf(counter.hub, caller),
    ...(asked && { operation: asked.operation.id }),
    ...(body !== undefined && { body }),
    status: isDropped ? 0 : told.status,
  })
  if (isDropped) response.destroy()
  else send(response, told)
}

async function hear({ hub, tokens, now }: Counter, request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://double')
  const asked = operationFor(request.method ?? '', pathname, searchParams)
  const caller = callerOf(request.headers.authorization, tokens, hub.app, now())
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { said: `${request.method} ${pathname}${search}`, body, ...(asked && { asked }), ...(caller && { caller }) }
}

/** Carries a call out, as often as it is to be; the last answer counts. */
async function truthOf(counter: Counter, heard: Heard, how: Misbehaviour | undefined): Promise<Plain> {
  let truth: Plain = { status: 500, headers: {}, body: {} }
  for (let times = carriedOut(how); times > 0; times -= 1) truth = await answerTo(counter, heard)
  return truth
}

async function answerTo(counter: Counter, heard: Heard): Promise<Plain> {
  const { asked, said: what } = heard
  if (heard.caller === undefined) return refused(401, 'Bad credentials')
  if (asked === undefined) {
    counter.violations.push(`${what}: GitHub has no such operation, or the double does not play it`)
    return refused(404, 'Not Found')
  }
  counter.violations.push(...faultsOfCall(asked, heard.body).map((fault) => `${what}: ${fault}`))
  const at = counter.hooks.findIndex(({ operation }) => operation === asked.operation.id)
  if (at >= 0) await counter.hooks.splice(at, 1)[0]?.hook(asked)
  const plain = await carryOut(counter.hub, heard, asked, heard.caller)
  const faults = faultsOfReply(asked.operation, plain.status, plain.body)
  counter.violations.push(...faults.map((fault) => `${what}: the double's own ${fault}`))
  return plain
}

async function carryOut(hub: Hub, heard: Heard, asked: Asked, caller: Caller): Promise<Plain> {
  const asking: Asking = { hub, caller, by: personOf(hub, caller), ...asked, body: (heard.body ?? {}) as Json }
  try {
    insistOnRepository(asking)
    insistOnPermission(asking, asked.operation.id)
    return plainOf(hub, heard.said, await handlers[asked.operation.id](asking), asking)
  } catch (error) {
    if (error instanceof Refusal) return refused(error.status, error.message)
    throw error
  }
}

function plainOf(hub: Hub, what: string, answer: Answer, { query }: Asking): Plain {
  const { status, body, all, inBody } = answer
  if (all === undefined) return { status, body, headers: {} }
  const { page, link } = paged(all, query, `${hub.url()}${what.split(' ')[1] ?? ''}`)
  return { status, body: inBody ? inBody(page, all.length) : page, headers: link === '' ? {} : { link } }
}

function insistOnRepository({ hub, path }: Asking): void {
  const { owner = hub.owner, repo = hub.name } = path
  if (owner.toLowerCase() !== hub.owner.toLowerCase() || repo.toLowerCase() !== hub.name.toLowerCase())
    throw new Refusal(404, 'Not Found')
}

/** A person without a right at something hidden is told that there is nothing; a program that it may not. */
function insistOnPermission({ hub, caller, path }: Asking, id: OperationId): void {
  const need = needs[id]
  if (need === 'nothing') return
  if (need === 'app') {
    if (caller.is !== 'app') throw new Refusal(401, 'A JSON web token could not be decoded')
    return
  }
  if (caller.is === 'app') throw new Refusal(401, 'A JSON web token is for the App itself')
  const [permission, level, also] = need
  if (caller.is === 'nobody' && level === 'write') throw new Refusal(401, 'Requires authentication')
  if (caller.is === 'nobody' && hub.state.isPrivate) throw new Refusal(404, 'Not Found')
  if (also === 'anybody' && caller.is === 'person') return
  const names = permission === 'discussion' ? discussion(hub, path) : [permission]
  const faults = names.map((name) => whyNot(caller, name, level, hub.state))
  const [fault] = faults
  if (fault !== undefined && !faults.includes(undefined)) throw new Refusal(403, fault)
}

/** What a pull request's discussion needs, and what an issue's. */
function discussion({ state }: Hub, path: Asking['path']): readonly string[] {
  const { issue_number: number, comment_id: comment } = path
  const under = number === undefined ? state.comments.get(Number(comment))?.under : Number(number)
  const isIssue = under !== undefined && state.issues.get(under)?.pull === undefined
  return isIssue ? ['issues'] : ['issues', 'pull_requests']
}

function personOf({ app }: Hub, caller: Caller): Asking['by'] {
  if (caller.is === 'person' || caller.is === 'bot') return caller.person
  return botOf(app)
}

function loginOf({ app }: Hub, caller: Caller | undefined): string {
  if (caller === undefined || caller.is === 'nobody') return ''
  return caller.is === 'app' ? app.slug : caller.person.login
}

function refused(status: number, message: string): Plain {
  return {
    status,
    headers: {},
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
  }
}

function send(response: ServerResponse, { status, body, headers }: Plain): void {
  const limits = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-github-media-type': 'github.v3; format=json',
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...limits, ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
