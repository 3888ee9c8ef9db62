import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openRoom, type Room, type RoomOptions } from '../../scripts/change/index.ts'

/** A text, a text or the name of an object under a mode, or nothing any more. */
export type Put = string | { readonly mode: string; readonly text?: string; readonly id?: string } | null

export type Files = Readonly<Record<string, Put>>

export interface CommitOptions {
  readonly from?: string
  readonly merge?: string
  /** `Mallory <m@example.org>`. */
  readonly by?: string
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lab-change-'))
  folders.push(folder)
  return folder
}

/** Git without a user's settings, as a test's own hand. */
export function git(folder: string, args: readonly string[], input: string | Buffer = ''): string {
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  const own = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
  return execFileSync('git', [...own, ...args], { cwd: folder, env, input, encoding: 'utf8' }).trim()
}

/** GitHub, as far as Git sees it: a bare repository with `main` and `refs/pull/N/head`. */
export function labRepository(files: Files) {
  const root = scratch()
  const upstream = join(root, 'upstream.git')
  mkdirSync(upstream)
  git(upstream, ['init', '--quiet', '--bare', '--initial-branch=main'])
  git(upstream, ['config', 'uploadpack.allowFilter', 'true'])
  const commit = (ref: string, changes: Files, options: CommitOptions = {}): string => {
    git(upstream, ['fast-import', '--quiet', '--force'], stream(ref, changes, options))
    return git(upstream, ['rev-parse', ref])
  }
  const main = (): string => git(upstream, ['rev-parse', 'main'])
  commit('refs/heads/main', files)
  const clones = new Map<string, string>()
  const cloneOf = (at: string): string => {
    const known = clones.get(at)
    if (known !== undefined) return known
    const clone = join(scratch(), 'clone')
    git(root, ['clone', '--quiet', '--no-local', '--single-branch', '--branch=main', upstream, clone])
    clones.set(at, clone)
    return clone
  }
  return {
    root,
    upstream,
    main,
    /** Main moves on. */
    push: (changes: Files) => commit('refs/heads/main', changes, { from: main() }),
    /** The head of a pull request; from main as it is unless `from` says otherwise. */
    pull: (number: number, changes: Files, options: CommitOptions = {}) =>
      commit(`refs/pull/${number}/head`, changes, { from: main(), ...options }),
    /** A trusted clone of main, and a room beside it. */
    room: async (options: Partial<RoomOptions> = {}): Promise<Room> => {
      const path = process.env['PATH'] ?? ''
      return openRoom({
        folder: scratch(),
        repository: cloneOf(main()),
        remote: upstream,
        main: main(),
        path,
        ...options,
      })
    },
  }
}

export type LabRepository = ReturnType<typeof labRepository>

/** In the language of `git fast-import`, which makes whatever tree one asks for. */
function stream(ref: string, changes: Files, { from, merge, by = 't <t@example.org>' }: CommitOptions): Buffer {
  const lines = [
    `commit ${ref}`,
    `author ${by} 0 +0000`,
    'committer t <t@example.org> 0 +0000',
    'data 0',
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(merge === undefined ? [] : [`merge ${merge}`]),
    ...Object.entries(changes).map(([path, put]) => change(quoted(path), put)),
    '',
  ]
  return Buffer.from(lines.join('\n'))
}

function change(path: string, put: Put): string {
  if (put === null) return `D ${path}`
  const { mode, text = '', id } = typeof put === 'string' ? { mode: '100644', text: put } : put
  if (id !== undefined) return `M ${mode} ${id} ${path}`
  return `M ${mode} inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}`
}

function quoted(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
}
