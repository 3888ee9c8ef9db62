import { createAppAuth } from '@octokit/auth-app'
import { Octokit } from '@octokit/core'
import { paginateRest } from '@octokit/plugin-paginate-rest'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck'

const Client = Octokit.plugin(paginateRest, retry, throttling)

export type GitHub = InstanceType<typeof Client>

/** A token, or the App with its private key (PEM) and where it is installed. */
export type Credential =
  | { readonly token: string }
  | { readonly app: number; readonly key: string; readonly installation?: number }

export interface ConnectOptions {
  /** `https://api.github.com`. */
  readonly api: string
  readonly credential: Credential
  /** Seconds that GitHub may ask us to wait, and we do. */
  readonly patience?: number
  /** Milliseconds of each such second; a double's are short. */
  readonly second?: number
}

/** Of answers that say no, not "later"; 405 and 409 are the answers to a merge. */
const final = [400, 401, 403, 404, 405, 409, 410, 422, 451]
const tries = 3

/** Failures that pass are tried again, and what GitHub calls too much waits as long as it says. A write that is tried again may happen twice. */
export function connect({ api, credential, patience = 120, second = 1000 }: ConnectOptions): GitHub {
  const waits = (seconds: number, _: unknown, __: unknown, done: number): boolean => done < tries && seconds <= patience
  return new Client({
    ...authOf(credential),
    baseUrl: api,
    userAgent: 'lab',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { doNotRetry: final, retries: tries, retryAfterBaseValue: second },
    throttle: {
      onRateLimit: waits,
      onSecondaryRateLimit: waits,
      retryAfterBaseValue: second,
      write: unpaced(),
      notifications: unpaced(),
    },
  })
}

function authOf(credential: Credential): ConstructorParameters<typeof Client>[0] {
  if ('token' in credential) return { auth: credential.token }
  const { app: appId, key: privateKey, installation: installationId } = credential
  return { authStrategy: createAppAuth, auth: { appId, privateKey, ...(installationId && { installationId }) } }
}

/** Without a second or three between writes: there are few, and GitHub says when they are too many. */
function unpaced(): Bottleneck.Group {
  return new Bottleneck.Group({ timeout: 120_000 })
}

function silent(): void {
  // What goes wrong is thrown, and told once.
}
