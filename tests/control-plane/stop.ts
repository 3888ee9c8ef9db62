import { once } from 'node:events'
import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { folderPrefix } from './start-cluster.ts'

/** Resolves when somebody wants this cluster to end: by a socket in its folder, since the number of a process may be another's tomorrow. */
export async function stopAsked(folder: string): Promise<void> {
  const server = createServer((socket) => void socket.unref())
    .listen(join(folder, 'stop'))
    .unref()
  await once(server, 'connection')
}

/** Ends the cluster with this name, or the only one that runs, and waits for it. Returns the exit code. */
export async function stopRunning(name: string | undefined, say: (text: string) => void): Promise<number> {
  const running = globSync(`${folderPrefix}*/stop`).map(dirname)
  const [folder, ...others] = running.filter((path) => name === undefined || path === `${folderPrefix}${name}`)
  if (folder === undefined) {
    say(name === undefined ? 'No cluster runs.' : `No cluster ${name} runs. ${listed(running)}`.trimEnd())
    return 1
  }
  if (others.length > 0) {
    say(`More than one cluster runs; say which: ${listed(running)}`)
    return 2
  }
  await stopIn(folder)
  say(`stopped: ${folder}`)
  return 0
}

/** The other end hangs up when all is gone. A folder where nobody listens any more is what a killed supervisor left. */
async function stopIn(folder: string): Promise<void> {
  const socket = connect(join(folder, 'stop'))
  await once(socket.resume(), 'close').catch(() => rm(folder, { recursive: true, force: true }))
}

function listed(folders: readonly string[]): string {
  return folders.map((folder) => `--stop ${folder.slice(folderPrefix.length)}`).join(', ')
}
