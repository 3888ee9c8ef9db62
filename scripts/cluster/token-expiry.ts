import { at } from '../model/at.ts'
import type { Json } from '../model/json.ts'

/** When a token ends, in seconds since 1970, if it is a JSON Web Token that says so. It is only read: whether it is good, the server says. */
export function tokenExpiry(token: string): number | undefined {
  const [, claims, signature] = token.split('.')
  if (claims === undefined || signature === undefined) return undefined
  try {
    const expiry = at(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Json, 'exp')
    return typeof expiry === 'number' ? expiry : undefined
  } catch {
    return undefined
  }
}
