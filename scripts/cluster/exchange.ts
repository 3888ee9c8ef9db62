import type { ClientRequest, IncomingMessage } from 'node:http'
import { type Agent, request as httpsRequest, type RequestOptions } from 'node:https'
import { type Exchange, NoAnswer, type Request } from './http.ts'
import { readResponse } from './read-response.ts'
import type { TokenSource } from './renewed.ts'

export interface Line {
  /** `https://host:port`, with a path before the API's where a gateway has one. */
  readonly server: string
  readonly agent: Agent
  /** Asked before each request, since it may have to be renewed. */
  readonly token: TokenSource
  /** Until an answer is given up, in seconds; the server is told. */
  readonly timeout: number
  /** Bytes of an answer that are read at most. */
  readonly longest: number
}

/** Asks over connections that stay open. Redirects are never followed: an API server sends none. */
export function exchangeOver(line: Line): Exchange {
  return async (request) => {
    const token = await line.token()
    try {
      return await readResponse(await sent(line, request, token), request, line.longest)
    } catch (error) {
      throw error instanceof NoAnswer ? error : new NoAnswer(words(error), { cause: error })
    }
  }
}

function sent(
  { server, agent, timeout }: Line,
  { method, path, query, body, type = 'application/json' }: Request,
  token: string | undefined,
): Promise<IncomingMessage> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const asked = new URLSearchParams({ ...query, timeout: `${timeout}s` }).toString()
  const options: RequestOptions = {
    method,
    agent,
    headers: {
      accept: 'application/json',
      'user-agent': 'lab',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    },
  }
  return new Promise((resolve, reject) => {
    const call = httpsRequest(`${server}${path}?${asked}`, options)
    call
      .on('socket', () => limit(call, timeout))
      .on('response', resolve)
      .on('error', reject)
      .end(text)
  })
}

/** The time begins when a connection is free: whoever waits in line behind others has not asked anything yet. */
function limit(call: ClientRequest, seconds: number): void {
  const timer = setTimeout(() => call.destroy(new Error('the time for an answer is over')), seconds * 1000)
  call.on('close', () => clearTimeout(timer))
}

/** An address that has several is tried at each, and says so with an error without words. */
function words(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return words(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
