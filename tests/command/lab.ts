import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'

const launcher = join(import.meta.dirname, '..', '..', 'scripts', 'lab.mjs')

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** A folder to call `lab` in, with the files given and a cache of its own; it is gone after the test. */
export function workplace(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'lab-command-'))
  folders.push(folder)
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
  }
  write(files)
  const run = (file: string, args: readonly string[], input = '', cwd = '.'): Ran => {
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, '.cache'), NO_COLOR: '1' }
    const { stdout, stderr, status } = spawnSync(file, args, { cwd: join(folder, cwd), encoding: 'utf8', input, env })
    return { stdout, stderr, status }
  }
  return {
    folder,
    write,
    git: (...args: readonly string[]) => run('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args]),
    lab: (args: readonly string[], input?: string) => run(process.execPath, [launcher, ...args], input),
    labIn: (cwd: string, args: readonly string[]) => run(process.execPath, [launcher, ...args], '', cwd),
  }
}

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
