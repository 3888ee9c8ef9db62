import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Say = (text: string) => void

/** Throws an Error for people unless the `go` in PATH can build this module. Newer ones fetch by themselves what a module asks for, and older ones say what they are. */
export async function requireGo(module: string, env: NodeJS.ProcessEnv): Promise<void> {
  const [, wanted = ''] = /^go (\d+\.\d+)/m.exec(readFileSync(join(module, 'go.mod'), 'utf8')) ?? []
  const { code, stdout, stderr } = await run(module, ['env', 'GOVERSION'], env)
  const found = stdout.join('').trim()
  if (code === 0 && atLeast(found, wanted)) return
  const problem = found === '' ? stderr.join('\n') : `the one here is ${found}`
  throw new Error(
    `The control plane is built with Go ${wanted} or newer: ${problem}. Install it from https://go.dev/dl and put its \`bin\` into PATH.`,
  )
}

function atLeast(found: string, wanted: string): boolean {
  return found.localeCompare(`go${wanted}`, 'en', { numeric: true }) >= 0
}

/** `go build`, telling how many packages it has compiled. Throws with its last lines. */
export async function goBuild(
  module: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  say: Say,
): Promise<void> {
  let packages = 0
  const count = (): void => void (++packages % 200 === 0 && say(`… ${packages} packages`))
  const { code, stderr } = await run(module, ['build', '-v', '-buildvcs=false', ...args], env, count)
  if (code !== 0) throw new Error(`\`go build\` failed in ${module}:\n${stderr.slice(-30).join('\n')}`)
}

interface Ran {
  readonly code: number
  readonly stdout: readonly string[]
  readonly stderr: readonly string[]
}

async function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv, heard?: () => void): Promise<Ran> {
  const child = spawn('go', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  createInterface({ input: child.stdout }).on('line', (line) => stdout.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => {
    stderr.push(line)
    heard?.()
  })
  return await new Promise((resolve) => {
    child.on('error', () => resolve({ code: 127, stdout, stderr: ['there is no `go` in PATH'] }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
}
