import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { mostBytes } from '../model/entry-fault.ts'
import type { Git } from '../model/git.ts'
import { runGit, type GitRun } from './run-git.ts'

export interface RoomOptions {
  /** An empty folder of the caller's, who also takes it away. */
  readonly folder: string
  /** A full clone that has `main`; it is only read. */
  readonly repository: string
  /** Where pull requests come from. */
  readonly remote: string
  readonly main: string
  /** Where programs are found: `$PATH`. */
  readonly path: string
  /** For the remote, where it asks: the value of an `Authorization` header. */
  readonly authorization?: string
}

/** A repository of our own in which strangers' objects are looked at. */
export interface Room {
  readonly git: Git
  /** Fetches these refspecs from the remote; with no file of more than 64 KiB. */
  readonly fetch: (refspecs: readonly string[]) => Promise<void>
}

const patience = { seconds: 60, mostBytes: 64 * 1024 * 1024 }

/**
 * Makes a bare repository that borrows the objects of `repository`. Threat: hooks, filters, merge drivers, attributes, replacements and
 * grafts are configuration, of the user or of the clone; here stands only what is written below, and Git is told of no other place.
 */
export async function openRoom({ folder, repository, remote, main, ...options }: RoomOptions): Promise<Room> {
  if (!/^[0-9a-f]{40}$/.test(main)) throw new Error(`${main} is no full name of a commit`)
  const files = {
    HEAD: 'ref: refs/heads/none\n',
    config: configText(remote),
    'objects/info/alternates': `${objectsOf(repository)}\n`,
    // What a fetch says that we have already.
    'refs/lab/main': `${main}\n`,
  }
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  const run = (args: readonly string[], more: Partial<GitRun> = {}): Promise<Buffer> =>
    runGit(args, { environment: environmentOf(folder, options.path), ...patience, ...more })
  return {
    git: (args, input) => run(args, input === undefined ? {} : { input }),
    fetch: async (refspecs) => {
      const credentials = credentialsFor(remote, options.authorization)
      await run(fetchArgs(refspecs), { environment: { ...environmentOf(folder, options.path), ...credentials } })
    },
  }
}

/** The merged tree must depend on no guess at what was renamed, as far as this Git heeds it. The rest only says that there is nothing. */
function configText(remote: string): string {
  return `[core]
	repositoryformatversion = 1
	bare = true
	hooksPath = /dev/null
	attributesFile = /dev/null
	alternateRefsPrefixes = refs/heads/none
[fetch]
	fsckObjects = true
[merge]
	renames = false
	directoryRenames = false
[remote "pulls"]
	url = ${JSON.stringify(remote)}
`
}

/**
 * The remote counts as one that keeps things back only while we fetch: nothing that is read afterwards can make Git fetch more, and what
 * was kept back is missing.
 */
function fetchArgs(refspecs: readonly string[]): readonly string[] {
  // Git leaves out what is as large as the limit or larger.
  const filter = `blob:limit=${mostBytes + 1}`
  const promise = ['-c', 'remote.pulls.promisor=true', '-c', `remote.pulls.partialCloneFilter=${filter}`]
  const only = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--no-auto-maintenance', '--quiet']
  return [...promise, 'fetch', ...only, `--filter=${filter}`, 'pulls', ...refspecs]
}

function environmentOf(folder: string, path: string): Readonly<Record<string, string>> {
  return {
    PATH: path,
    HOME: folder,
    LC_ALL: 'C',
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'file:https:ssh',
  }
}

/** Not among the arguments, which every process of the machine can read. */
function credentialsFor(remote: string, authorization: string | undefined): Readonly<Record<string, string>> {
  if (authorization === undefined) return {}
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${remote}.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
  }
}

function objectsOf(repository: string): string {
  const found = [join(repository, '.git'), repository].find((place) => existsSync(join(place, 'objects')))
  if (found === undefined) throw new Error(`${repository} is no clone of its own`)
  if (existsSync(join(found, 'shallow'))) throw new Error(`${repository} is shallow: fetch all of its history`)
  return resolve(found, 'objects')
}
