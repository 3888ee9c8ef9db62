import { createVerify, type KeyObject } from 'node:crypto'
import type { Maker, Person, State } from './state.ts'

export type Level = 'read' | 'write'

/** Who a call is by, and what they may. */
export type Caller =
  | { readonly is: 'nobody' }
  | { readonly is: 'person'; readonly person: Person }
  /** A workflow's token, or one of the App's installation. */
  | { readonly is: 'bot'; readonly person: Person; readonly app: Maker; readonly permissions: Permissions }
  /** The App itself, by its JSON Web Token. */
  | { readonly is: 'app' }

/** In GitHub's words: `{ pull_requests: 'write' }`. */
export type Permissions = Readonly<Record<string, Level>>

export interface App extends Maker {
  readonly clientId: string
  readonly installation: number
  readonly permissions: Permissions
  /** PEM. */
  readonly privateKey: string
  readonly publicKey: KeyObject
}

export const actionsBot: Person = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' }
export const actionsApp: Maker = { id: 15_368, slug: 'github-actions' }

/** The account in whose name an App writes. */
export function botOf({ id, slug }: Maker): Person {
  return { login: `${slug}[bot]`, id: id + 100_000_000, type: 'Bot' }
}

/** The caller behind an `Authorization` header; `undefined` for bad credentials. */
export function callerOf(
  header: string | undefined,
  tokens: ReadonlyMap<string, Caller>,
  app: App,
  now: Date,
): Caller | undefined {
  if (header === undefined) return { is: 'nobody' }
  const [, token = ''] = /^(?:token|bearer) (\S+)$/i.exec(header) ?? []
  return tokens.get(token) ?? (isFromApp(token, app, now) ? { is: 'app' } : undefined)
}

/** As GitHub looks at it: RS256, issued by this App, not in the future, and for ten minutes at most. */
function isFromApp(token: string, app: App, now: Date): boolean {
  const [head = '', claims = '', seal = '', ...more] = token.split('.')
  const { alg } = jsonIn(head)
  const { iss, iat, exp } = jsonIn(claims)
  if (alg !== 'RS256' || more.length > 0) return false
  if (![String(app.id), app.clientId].includes(String(iss))) return false
  const seconds = now.getTime() / 1000
  if (typeof iat !== 'number' || typeof exp !== 'number' || iat > seconds + 1 || exp < seconds || exp > seconds + 600)
    return false
  return createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(app.publicKey, Buffer.from(seal, 'base64url'))
}

function jsonIn(part: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}

/** What anybody reads in a public repository, with a permission or without. */
const openToAll = new Set(['contents', 'issues', 'pull_requests', 'checks', 'statuses', 'actions', 'metadata'])

/** Why a caller may not do what needs this permission; `undefined` where they may. */
export function whyNot(
  caller: Caller,
  permission: string,
  level: Level,
  { collaborators, isPrivate }: State,
): string | undefined {
  if (!isPrivate && level === 'read' && openToAll.has(permission)) return undefined
  if (caller.is === 'bot') {
    const has = caller.permissions[permission] ?? (permission === 'metadata' ? 'read' : undefined)
    return has === 'write' || has === level ? undefined : 'Resource not accessible by integration'
  }
  if (caller.is !== 'person') return 'Resource not accessible by integration'
  const role = collaborators.get(caller.person.login) ?? 'read'
  if (role === 'admin') return undefined
  return openToAll.has(permission) && (role === 'write' || level === 'read')
    ? undefined
    : 'Must have admin rights to Repository.'
}
