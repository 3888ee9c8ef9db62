import { $ } from 'zx/core'
import { ClusterError, connect, greet, missingRights, NoAnswer } from '../cluster/index.ts'
import { countAt, textAt } from '../model/at.ts'
import type { ClusterFault } from '../model/codes/readiness.ts'
import { ForgeOut } from '../model/forge.ts'
import type { Json } from '../model/json.ts'
import type { Lab } from '../model/lab.ts'
import type { Machine } from '../model/readiness.ts'
import { wishOf, type ClusterOptions } from './at-cluster.ts'
import { githubReader } from './github-reader.ts'
import { remoteRepository } from './remote-repository.ts'

export interface MachineOptions extends ClusterOptions {
  /** Who it is at GitHub, where nothing here says it. */
  readonly login?: string
}

/** What there is on this machine. Nothing is changed; a login program may open a browser. */
export async function machineHere(options: MachineOptions, lab: Lab): Promise<Machine> {
  const account = (await accountAtGithub(options.login)) ?? (await accountByFork(lab))
  return { ...(account && { account }), versions: await versionsHere(), cluster: await clusterFor(options, lab) }
}

async function accountAtGithub(login: string | undefined): Promise<Machine['account']> {
  const read = await githubReader()
  const named = login === undefined ? undefined : { login }
  try {
    const answer = await read?.(login === undefined ? '/user' : `/users/${encodeURIComponent(login)}`)
    if (answer?.status !== 200) return named
    const body = answer.body as Json
    const [name, id] = [textAt(body, 'login'), countAt(body, 'id')]
    return name === undefined || id === undefined ? named : { login: name, id }
  } catch (error) {
    if (error instanceof ForgeOut) return named
    throw error
  }
}

/** Members work from forks of their own; the lab's own repository says nothing of anybody. */
async function accountByFork({ members }: Lab): Promise<Machine['account']> {
  const owner = (await remoteRepository('origin'))?.split('/')[0]
  return owner !== undefined && Object.hasOwn(members, owner) ? { login: owner } : undefined
}

async function versionsHere(): Promise<Machine['versions']> {
  const [git, kubectl] = await Promise.all([
    versionIn(['git', '--version']),
    versionIn(['kubectl', 'version', '--client']),
  ])
  return { node: process.versions.node, ...(git !== undefined && { git }), ...(kubectl !== undefined && { kubectl }) }
}

async function versionIn(command: readonly string[]): Promise<string | undefined> {
  const { exitCode, stdout } = await $({ nothrow: true })`${command}`.quiet()
  return exitCode === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'of an unknown version') : undefined
}

async function clusterFor(options: MachineOptions, { namespace }: Lab): Promise<Machine['cluster']> {
  try {
    const connection = await connect(wishOf(options), { namespace })
    try {
      const { user, server, secondsLeft } = await greet(connection)
      const missing = await missingRights(connection, 'member')
      return { user, server, ...(secondsLeft !== undefined && { secondsLeft }), lacks: lacking(missing) }
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof ClusterError) return { fault: { code: error.code, args: error.args } as ClusterFault }
    if (error instanceof NoAnswer)
      return { fault: { code: 'unreachable', args: { server: 'the cluster', reason: error.message } } }
    throw error
  }
}

/** Whoever may not see runs is no member of the namespace. */
function lacking(missing: readonly string[]): 'nothing' | 'everything' | readonly string[] {
  if (missing.length === 0) return 'nothing'
  return missing.includes('list pods') ? 'everything' : missing
}
