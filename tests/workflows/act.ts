import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder } from '../../scripts/commands/cache-folder.ts'

const version = 'v0.2.89'

/** The program that plays GitHub's runner. Built once, into the user's cache; throws an Error that says what to do where Go is missing. */
export async function actBinary(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const folder = join(cacheFolder(env), 'tools', `act-${version}`)
  const binary = join(folder, 'act')
  if (existsSync(binary)) return binary
  const install = ['install', `github.com/nektos/act@${version}`]
  await promisify(execFile)('go', install, { env: { ...env, GOBIN: folder } }).catch(
    (error: Error & { code?: unknown }) => {
      if (error.code !== 'ENOENT') throw error
      throw new Error(
        'act is built with Go: there is no `go` in PATH. Install it from https://go.dev/dl and put its `bin` into PATH.',
      )
    },
  )
  return binary
}
