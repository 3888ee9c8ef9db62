import { textAt } from '../model/at.ts'
import { ClusterError } from './cluster-error.ts'
import type { Connection } from './connect.ts'
import { NoAnswer, type Response } from './http.ts'
import { messageOf } from './status.ts'
import { tokenExpiry } from './token-expiry.ts'

/** Where we are and who: said before anything is done. */
export interface Greeting {
  readonly server: string
  readonly context: string
  readonly namespace: string
  /** `system:serviceaccount:uci-datalab:lab-apply`, as the server knows us. */
  readonly user: string
  /** Seconds that the token is still good for, where it says so. */
  readonly secondsLeft?: number
}

/** The first request of all: throws `ClusterError` if nobody answers, or nobody knows us. */
export async function greet(connection: Connection, now: () => number = Date.now): Promise<Greeting> {
  const { server, context, namespace } = connection
  const token = await connection.token()
  const expiry = token === undefined ? undefined : tokenExpiry(token)
  return {
    server,
    context,
    namespace,
    user: userIn(await review(connection), connection),
    ...(expiry !== undefined && { secondsLeft: Math.floor(expiry - now() / 1000) }),
  }
}

async function review({ exchange, server }: Connection): Promise<Response> {
  try {
    return await exchange({
      method: 'POST',
      path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' },
    })
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    const code = isAboutCertificate(error.cause) ? 'certificate-refused' : 'unreachable'
    throw new ClusterError(code, { server, reason: error.message }, { cause: error })
  }
}

function userIn(response: Response, { server, context }: Connection): string {
  const { status, body } = response
  if (status === 401) throw new ClusterError('not-logged-in', { server, context })
  const name = textAt(body, 'status', 'userInfo', 'username')
  if (status === 201 && name !== undefined) return name
  throw new ClusterError('unreachable', { server, reason: messageOf(response) })
}

/** Node's names for what OpenSSL finds wrong. */
function isAboutCertificate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(String(error.code))
}
