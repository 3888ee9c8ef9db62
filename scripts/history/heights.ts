import type { Commit } from '../model/memory.ts'
import type { Git } from '../model/git.ts'

/** Where main stands, and since when each member's folder has been as it is. A height counts first-parent commits from the root, which is 1. */
export interface Heights {
  readonly commit: Commit
  readonly height: number
  /** By login: the height of the newest commit that changed anything in the member's folder. */
  readonly folders: ReadonlyMap<string, number>
}

/** The history is not all here, so nobody's place in line can be told. */
export class ShallowHistory extends Error {}

/** Reads the first-parent history of a commit; two calls of Git, however long it is. Throws `ShallowHistory` in a shallow clone. */
export async function heightsAt(git: Git, ref: string): Promise<Heights> {
  if (text(await git(['rev-parse', '--is-shallow-repository'])) === 'true') throw new ShallowHistory()
  const commits = text(await git(['rev-list', '--first-parent', '--end-of-options', ref])).split('\n')
  const log = await git([
    'log',
    '--first-parent',
    '--diff-merges=first-parent',
    '--no-renames',
    '--name-only',
    '-z',
    '--format=%x01%H',
    '--end-of-options',
    ref,
    '--',
    'users',
  ])
  const heightOf = new Map(commits.map((commit, index) => [commit, commits.length - index]))
  return { commit: commits[0] ?? '', height: commits.length, folders: newest(log.toString('utf8'), heightOf) }
}

/** The log begins with the newest commit, so the first mention of a folder is the one that counts. */
function newest(log: string, heightOf: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const folders = new Map<string, number>()
  for (const entry of log.split('\x01')) {
    const [commit = '', ...paths] = entry.split('\0').map((part) => part.trim())
    for (const path of paths) {
      const login = /^users\/([^/]+)\//.exec(path)?.[1]
      const height = heightOf.get(commit)
      if (login !== undefined && height !== undefined && !folders.has(login)) folders.set(login, height)
    }
  }
  return folders
}

function text(output: Buffer): string {
  return output.toString('utf8').trim()
}
