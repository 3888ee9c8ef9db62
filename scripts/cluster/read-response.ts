import type { IncomingMessage } from 'node:http'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { NoAnswer, type Request, type Response } from './http.ts'

/** Reads an answer to its end. Rejects with `NoAnswer` if it is no API server's, or longer than so many bytes. */
export async function readResponse(
  response: IncomingMessage,
  { method, path }: Request,
  longest: number,
): Promise<Response> {
  const { statusCode: status = 0, headers } = response
  const text = await textOf(response, longest)
  const body = isJson(headers['content-type']) ? parsed(text) : undefined
  if (body === undefined && !mayBePlain(status))
    throw new NoAnswer(`what answers ${method} ${path} with ${status} is not a Kubernetes API server`)
  return { status, body: body ?? {}, ...retryAfter(headers['retry-after']) }
}

async function textOf(response: IncomingMessage, longest: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longest) throw new NoAnswer(`the answer is longer than ${longest} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size).toString('utf8')
}

/** A server that has no time answers in plain text, and so does a proxy whose server is away. */
function mayBePlain(status: number): boolean {
  return status === 429 || status >= 500
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && /^application\/json\s*(?:;|$)/i.test(type)
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** In seconds; the form with a date is not used by API servers. */
function retryAfter(text: string | undefined): Pick<Response, 'retryAfter'> {
  return text !== undefined && /^\d{1,6}$/.test(text) ? { retryAfter: Number(text) } : {}
}
