import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import defaultLab from '../../lab.config.ts'
import { binaries } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { freePort } from './free-port.ts'
import type { ClusterOptions } from './options.ts'
import { raise } from './raise.ts'
import { supervise } from './supervisor.ts'

/** Whoever started it ends it; when that process is killed, it ends too. */
export interface RunningCluster extends Cluster, AsyncDisposable {
  /** Leaves no process, port or folder. */
  readonly stop: () => Promise<void>
  /** Rejects if a server ends by itself. */
  readonly broken: Promise<never>
}

const defaults: ClusterOptions = { lab: defaultLab, pull: 0.3, stop: 0.3, run: 1, hour: 3600, patience: 300 }

/** The folder of every cluster begins with this. */
export const folderPrefix = join(tmpdir(), 'lab-cluster-')

/** A control plane with Nautilus in small, ready for pods. Builds the programs first, where that was never done. */
export async function startCluster(wishes: Partial<ClusterOptions> = {}): Promise<RunningCluster> {
  const options = { ...defaults, ...wishes }
  const programs = await binaries()
  const [folder, apiPort, kubeletPort] = await Promise.all([mkdtemp(folderPrefix), freePort(), freePort()])
  const supervisor = supervise(programs.controlPlane, folder)
  try {
    const site = { binaries: programs, folder, apiPort, kubeletPort }
    await Promise.race([supervisor.broken, raise(site, options, supervisor)])
    const { stop, broken } = supervisor
    return { ...(await openCluster(folder)), broken, stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const words = await lastWords(folder, reason)
    await supervisor.stop()
    throw new Error(`The cluster did not start: ${reason}${words}`, { cause: error })
  }
}

/** The end of the log of the server that the reason begins with, before its folder goes. */
async function lastWords(folder: string, reason: string): Promise<string> {
  const [, server = ''] = /^([a-z-]+):/.exec(reason) ?? []
  const log = await readFile(join(folder, `${server}.log`), 'utf8').catch(() => '')
  return `\n${log.trimEnd().split('\n').slice(-15).join('\n')}`
}
