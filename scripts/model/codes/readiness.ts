import type { ClusterCodes } from './cluster.ts'

/** Why the cluster cannot be worked with, as its code and arguments. */
export type ClusterFault = {
  readonly [C in keyof ClusterCodes]: { readonly code: C; readonly args: ClusterCodes[C] }
}[keyof ClusterCodes]

/** What `lab doctor` can say of a machine and whoever sits at it. */
export interface ReadinessCodes {
  readonly 'on-roster': { readonly login: string }
  /** `near`: a name on the roster that it may be meant for. */
  readonly 'not-on-roster': { readonly login: string; readonly id?: number; readonly near?: string }
  readonly suspended: { readonly login: string }
  /** On the roster without the number of the account. */
  readonly unbound: { readonly login: string; readonly id?: number }
  readonly 'other-account': { readonly login: string; readonly id: number; readonly expected: number }
  readonly 'login-unknown': {}
  readonly tool: { readonly name: Tool; readonly version: string }
  readonly 'tool-missing': { readonly name: Tool }
  /** `secondsLeft`: for which the login is still good, where it says so. */
  readonly 'logged-in': { readonly user: string; readonly server: string; readonly secondsLeft?: number }
  readonly 'cluster-out': ClusterFault
  /** It may be down, or far away. */
  readonly 'cluster-silent': ClusterFault
  readonly 'namespace-open': { readonly namespace: string }
  readonly 'namespace-closed': { readonly namespace: string; readonly user: string }
  /** A member of the namespace with fewer rights than members have. */
  readonly 'rights-missing': { readonly namespace: string; readonly rights: readonly string[] }
}

export const tools = ['node', 'git', 'kubectl'] as const
export type Tool = (typeof tools)[number]

export type ReadinessCode = keyof ReadinessCodes

/** `membership`: only another person can help, and that may take days. `miss`: a step of one's own. `unknown`: nobody could tell. */
export type Readiness = 'ready' | 'membership' | 'miss' | 'unknown'

export const readinessOf: Readonly<Record<ReadinessCode, Readiness>> = {
  'on-roster': 'ready',
  'not-on-roster': 'membership',
  suspended: 'membership',
  unbound: 'membership',
  'other-account': 'membership',
  'login-unknown': 'unknown',
  tool: 'ready',
  'tool-missing': 'miss',
  'logged-in': 'ready',
  'cluster-out': 'miss',
  'cluster-silent': 'unknown',
  'namespace-open': 'ready',
  'namespace-closed': 'membership',
  'rights-missing': 'membership',
}
