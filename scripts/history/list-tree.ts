import { posix } from 'node:path'
import type { Entry } from '../model/entry-fault.ts'
import type { Git } from '../model/git.ts'

/** One line of `git ls-tree`. */
export interface Listed extends Entry {
  readonly path: string
  readonly mode: string
  readonly id: string
}

/** All below the folders named, folders included, in the order of their paths; a commit's tree or a tree. */
export async function listTree(git: Git, ref: string, folders: readonly string[]): Promise<readonly Listed[]> {
  const listing = await git(['ls-tree', '-r', '-t', '-z', '--full-tree', ref, ...folders])
  const lines = listing.toString('utf8').split('\0').filter(Boolean)
  return lines.map(listed).sort((left, right) => (left.path < right.path ? -1 : 1))
}

/** `<mode> <type> <id>\t<path>`; a path may hold more tabs. */
function listed(line: string): Listed {
  const tab = line.indexOf('\t')
  const [mode = '', , id = ''] = line.slice(0, tab).split(' ')
  const path = line.slice(tab + 1)
  return { path, name: posix.basename(path), mode, id, kind: kinds[mode] ?? 'special' }
}

const kinds: Readonly<Record<string, Entry['kind']>> = {
  '040000': 'folder',
  '100644': 'file',
  '100755': 'file',
  '120000': 'link',
}
