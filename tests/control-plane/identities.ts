import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { people, type Person, type Robot, robots, usersGroup } from './nautilus/rights.ts'

/** `admin` may do everything and sets the cluster up; the others have what the lab gives them. */
export type User = 'admin' | Person | Robot

export const users: readonly User[] = ['admin', ...people, ...robots]

export type Tokens = Readonly<Record<User, string>>
export type PeoplesTokens = Pick<Tokens, 'admin' | Person>

/** The tokens of people, which the server reads from a file; service accounts get theirs from the server. */
export function peoplesTokens(): PeoplesTokens {
  return { admin: newToken(), 'lab-admin': newToken(), member: newToken() }
}

function newToken(): string {
  return randomBytes(24).toString('base64url')
}

/** The file, in the server's own format: token, name, number, groups. */
export function tokenFile(tokens: PeoplesTokens): string {
  return Object.entries(tokens)
    .map(([name, token]) => `${token},${name},${name},${name === 'admin' ? 'system:masters' : usersGroup}\n`)
    .join('')
}

/** Signs the tokens of service accounts. */
export function signingKey(): string {
  return generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
}

export interface Access {
  readonly server: string
  readonly caFile: string
  readonly namespace: string
}

/** A kubeconfig with a context for each user given. JSON is YAML. */
export function kubeconfig(
  { server, caFile, namespace }: Access,
  tokens: Readonly<Partial<Tokens>>,
  current: User,
): string {
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'nautilus', cluster: { server, 'certificate-authority': caFile } }],
    users: Object.entries(tokens).map(([name, token]) => ({ name, user: { token } })),
    contexts: Object.keys(tokens).map((name) => ({ name, context: { cluster: 'nautilus', user: name, namespace } })),
    'current-context': current,
  }
  return `${JSON.stringify(config, null, 2)}\n`
}
