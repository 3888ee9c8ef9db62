import type { ClusterFault, Readiness, ReadinessCode, ReadinessCodes, Tool } from './codes/readiness.ts'
import { readinessOf, tools } from './codes/readiness.ts'
import type { Lab } from './lab.ts'
import { nearest } from './nearest.ts'

/** One thing that was looked at on a machine. */
export type ReadinessFinding = {
  readonly [C in ReadinessCode]: { readonly code: C; readonly args: ReadinessCodes[C] }
}[ReadinessCode]

/** What was seen of a machine and whoever sits at it. */
export interface Machine {
  /** At GitHub; the id where GitHub itself said it. */
  readonly account?: { readonly login: string; readonly id?: number }
  /** By what they say of themselves; a tool that is not there is left out. */
  readonly versions: Readonly<Partial<Record<Tool, string>>>
  readonly cluster:
    | { readonly fault: ClusterFault }
    | {
        readonly user: string
        readonly server: string
        readonly secondsLeft?: number
        readonly lacks: 'nothing' | 'everything' | readonly string[]
      }
}

/** What is ready and what is not. A missing membership comes first: it takes days, and all else takes minutes. */
export function readiness(machine: Machine, lab: Lab): readonly ReadinessFinding[] {
  const found = [accountIn(machine, lab), ...toolsIn(machine), ...clusterIn(machine, lab)]
  return [...found.filter(isMembership), ...found.filter((finding) => !isMembership(finding))]
}

/** The worst of all that was looked at, for the shell. */
export function readinessVerdict(findings: readonly ReadinessFinding[]): Exclude<Readiness, 'membership'> {
  const all = new Set(findings.map(({ code }) => readinessOf[code]))
  if (all.has('membership') || all.has('miss')) return 'miss'
  return all.has('unknown') ? 'unknown' : 'ready'
}

function isMembership({ code }: ReadinessFinding): boolean {
  return readinessOf[code] === 'membership'
}

/** GitHub's names differ in more than case. */
function accountIn({ account }: Machine, { members }: Lab): ReadinessFinding {
  if (account === undefined) return { code: 'login-unknown', args: {} }
  const names = Object.keys(members)
  const login = names.find((name) => name.toLowerCase() === account.login.toLowerCase())
  const member = login === undefined ? undefined : members[login]
  if (login === undefined || member === undefined) {
    const near = nearest(account.login, names)
    return { code: 'not-on-roster', args: { ...account, ...(near !== undefined && { near }) } }
  }
  if (member.suspended) return { code: 'suspended', args: { login } }
  if (member.id === undefined) return { code: 'unbound', args: { ...account, login } }
  if (account.id !== undefined && account.id !== member.id)
    return { code: 'other-account', args: { login, id: account.id, expected: member.id } }
  return { code: 'on-roster', args: { login } }
}

function toolsIn({ versions }: Machine): readonly ReadinessFinding[] {
  return tools.map((name) => {
    const version = versions[name]
    return version === undefined ? { code: 'tool-missing', args: { name } } : { code: 'tool', args: { name, version } }
  })
}

function clusterIn({ cluster }: Machine, { namespace }: Lab): readonly ReadinessFinding[] {
  if ('fault' in cluster)
    return [{ code: cluster.fault.code === 'unreachable' ? 'cluster-silent' : 'cluster-out', args: cluster.fault }]
  const { lacks, ...login } = cluster
  return [{ code: 'logged-in', args: login }, namespaceFor(lacks, namespace, login.user)]
}

function namespaceFor(
  lacks: 'nothing' | 'everything' | readonly string[],
  namespace: string,
  user: string,
): ReadinessFinding {
  if (lacks === 'nothing') return { code: 'namespace-open', args: { namespace } }
  if (lacks === 'everything') return { code: 'namespace-closed', args: { namespace, user } }
  return { code: 'rights-missing', args: { namespace, rights: lacks } }
}
