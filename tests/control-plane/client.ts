import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import type { JsonObject } from '../../scripts/model/json.ts'

/** What the API server answers; a refusal is an answer too. */
export interface Answer {
  readonly status: number
  readonly body: JsonObject
  /** The sentence of a refusal; else empty. */
  readonly message: string
  /** Sentences that the server says beside an answer, without the code and agent that wrap them. */
  readonly warnings: readonly string[]
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query: `/api/v1/namespaces/plain/pods?dryRun=All`. */
  readonly path: string
  readonly body?: unknown
  /** Of a body; for PATCH it says which kind of patch. */
  readonly type?: string
}

export type Client = (question: Question) => Promise<Answer>

interface Access {
  readonly server: string
  /** PEM. */
  readonly ca: string
  readonly token: string
}

/** Asks the API server as one user, over a few connections that stay open. Rejects if there is no answer. */
export function client({ server, ca, token }: Access): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca })
  return ({ method, path, body, type = 'application/json' }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(text !== undefined && { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
      }
      request(new URL(path, server), { method, agent, headers })
        .on('response', (response) => void answerOf(response).then(resolve, reject))
        .on('error', reject)
        .end(text)
    })
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk)
  const body = read(text)
  const { kind, message } = body
  return {
    status: response.statusCode ?? 0,
    body,
    message: kind === 'Status' && typeof message === 'string' ? message : '',
    warnings: [...warnings(response).matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, sentence = '']) => sentence),
  }
}

function warnings({ headers }: IncomingMessage): string {
  const { warning } = headers
  return typeof warning === 'string' ? warning : ''
}

/** Health checks and logs answer in plain text. */
function read(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return { text }
  }
}
