import type { Git } from '../model/git.ts'
import type { MainCommit } from '../model/main-commit.ts'

/** Git's name of a tree without entries. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

export async function mainCommit(git: Git, id: string): Promise<MainCommit> {
  const output = (await git(['cat-file', 'commit', id])).toString('utf8')
  const end = output.indexOf('\n\n')
  const headers = output.slice(0, end).split('\n')
  const parent = headerIn(headers, 'parent')
  const changed = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', parent ?? emptyTree, id]
  const paths = (await git(changed)).toString('utf8')
  return {
    id,
    tree: headerIn(headers, 'tree') ?? '',
    ...(parent !== undefined && { parent }),
    message: output.slice(end + 2),
    paths: paths.split('\0').filter(Boolean),
  }
}

function headerIn(headers: readonly string[], name: string): string | undefined {
  return headers.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1)
}
