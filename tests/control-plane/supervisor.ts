import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { CommandLine } from './command-lines.ts'

/** Holds the servers of one cluster: when this process ends, however it ends, they are gone, and so is their folder. */
export interface Supervisor {
  readonly start: (server: CommandLine) => void
  /** Rejects when a server ends by itself, with its name and state. */
  readonly broken: Promise<never>
  readonly stop: () => Promise<void>
}

/** The pipe is the leash: the child acts on its end, so it holds also when we are killed. */
export function supervise(controlPlane: string, folder: string): Supervisor {
  const child = spawn(controlPlane, ['supervise'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const gone = once(child, 'exit')
  const broken = firstEnd(child)
  broken.catch(() => undefined)
  child.stdin.on('error', () => undefined)
  return {
    start: (server) => void child.stdin.write(`${JSON.stringify(server)}\n`),
    broken,
    stop: async () => {
      child.stdin.end()
      await gone
      await rm(folder, { recursive: true, force: true }) // what is left if the supervisor itself was killed
    },
  }
}

async function firstEnd(child: ChildProcess): Promise<never> {
  if (child.stdout === null) throw new Error('the supervisor has no output')
  for await (const line of createInterface({ input: child.stdout })) throw new Error(line)
  throw new Error('the supervisor has ended')
}
