import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import type { Cluster } from './cluster.ts'

export interface Process {
  readonly id: number
  readonly parent: number
  readonly command: string
}

/** What of a cluster can be seen from outside. */
export interface Traces {
  /** The commands of those that live. */
  readonly processes: readonly string[]
  readonly folder: boolean
  readonly port: boolean
}

export const nothing: Traces = { processes: [], folder: false, port: false }

/** Looks for these processes, the cluster's folder, and somebody who listens at its server's port. */
export async function traces({ folder, server }: Cluster, processes: readonly Process[]): Promise<Traces> {
  const alive = new Set(allProcesses().map(({ id }) => id))
  const left = processes.filter(({ id }) => alive.has(id)).map(({ command }) => command)
  return { processes: left, folder: existsSync(folder), port: await answers(server) }
}

/** Of all clusters that this process, or one that it started, has started: the supervisor and five servers each, and `npm run cluster`. */
export function processesOf(ancestor: number): readonly Process[] {
  return below(ancestor, allProcesses()).filter(({ command }) => command.includes('/control-plane/'))
}

function below(ancestor: number, all: readonly Process[]): readonly Process[] {
  const children = all.filter(({ parent }) => parent === ancestor)
  return [...children, ...children.flatMap(({ id }) => below(id, all))]
}

function allProcesses(): readonly Process[] {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return [...stdout.matchAll(/^ *(\d+) +(\d+) (.*)$/gm)].map(([, id, parent, command = '']) => ({
    id: Number(id),
    parent: Number(parent),
    command,
  }))
}

async function answers(server: string): Promise<boolean> {
  const { hostname, port } = new URL(server)
  return await new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => resolve(false))
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
