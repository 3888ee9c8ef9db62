import { RequestError } from '@octokit/request-error'
import { ForgeOut } from '../model/forge.ts'

/** What was asked for; `undefined` where there is no such thing. Throws `ForgeOut` for every other failure. */
export async function found<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await answered(asking)
  } catch (error) {
    if (error instanceof ForgeOut && (error.status === 404 || error.status === 410)) return undefined
    throw error
  }
}

/** Throws `ForgeOut` in the place of the library's own. Threat: its errors carry the request, and with it the token. */
export async function answered<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking
  } catch (error) {
    throw forgeOut(error)
  }
}

export function forgeOut(error: unknown): ForgeOut {
  if (error instanceof ForgeOut) return error
  if (!(error instanceof RequestError)) return new ForgeOut(error instanceof Error ? error.message : String(error))
  const { method, url } = error.request
  return new ForgeOut(`${method} ${new URL(url).pathname}: ${error.status} ${firstLine(error.message)}`, error.status)
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300)
}
