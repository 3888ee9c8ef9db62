import type { Change, ChangedPath, Unreadable } from '../model/change.ts'
import type { Git } from '../model/git.ts'
import { missingPaths } from './missing-paths.ts'
import { GitFailure } from './run-git.ts'
import { said } from './said.ts'
import { treeDifferences } from './tree-differences.ts'

const mostPaths = 200

/**
 * What merging `head` would do to `main`, both full names of commits, read from Git's objects alone. Judged is the tree that main would
 * have, so neither old bases nor merges of the author's own can hide anything; renames are no guess but a deletion and an addition.
 */
export async function readChange(git: Git, head: string, main: string): Promise<Change | Unreadable> {
  const tree = await mergedTree(git, head, main)
  if (typeof tree !== 'string') return tree
  const paths = await differences(git, main, tree)
  return 'unreadable' in paths ? paths : { head, main, tree, paths }
}

async function mergedTree(git: Git, head: string, main: string): Promise<string | Unreadable> {
  try {
    const output = await git(['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', main, head])
    return output.toString('latin1').split('\0')[0] ?? ''
  } catch (error) {
    return whyNot(git, error, head, main)
  }
}

/** Exit 1 is a conflict, with the paths after the tree; anything else Git could not do. */
async function whyNot(git: Git, error: unknown, head: string, main: string): Promise<Unreadable> {
  if (!(error instanceof GitFailure)) throw error
  if (error.code === 1) {
    const paths = error.stdout.toString('utf8').split('\0').slice(1).filter(Boolean)
    return { unreadable: 'conflict', paths: [...new Set(paths)] }
  }
  if (error.said.includes('unrelated histories')) return { unreadable: 'unrelated' }
  const paths = await missingPaths(git, head, main, mostPaths).catch(() => [])
  return paths.length > 0 ? { unreadable: 'too-large', paths } : { unreadable: 'unknown', said: said(error) }
}

/** No file's content is read. */
async function differences(git: Git, main: string, tree: string): Promise<readonly ChangedPath[] | Unreadable> {
  try {
    const paths = await treeDifferences(git, main, tree, mostPaths)
    return paths ?? { unreadable: 'too-many-paths', limit: mostPaths }
  } catch (error) {
    if (error instanceof GitFailure && error.stopped === 'output')
      return { unreadable: 'too-many-paths', limit: mostPaths }
    return { unreadable: 'unknown', said: said(error) }
  }
}
