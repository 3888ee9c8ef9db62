import type { JsonObject } from '../model/json.ts'

/** One question to the API server. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Without query: `/api/v1/namespaces/uci-datalab/pods`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: JsonObject
  /** Of the body; JSON where it is not said. */
  readonly type?: string
}

/** What the API server said; a refusal is an answer too. */
export interface Response {
  readonly status: number
  /** Empty where a busy server or a proxy before it answered in plain text. */
  readonly body: JsonObject
  /** Seconds, as the server asks for. */
  readonly retryAfter?: number
}

/** Rejects with `NoAnswer` only. */
export type Exchange = (request: Request) => Promise<Response>

/** Nobody knows whether the request arrived: broken connection, time gone, or words that are not an API server's. */
export class NoAnswer extends Error {}
