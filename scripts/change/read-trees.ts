import type { PathState } from '../model/change.ts'
import type { Git } from '../model/git.ts'

/** By name, in one folder; a name's bytes are its characters, for two that are no UTF-8 must not become one. */
export type TreeEntries = ReadonlyMap<string, PathState>

/** Trees by what they were asked for as: a tree's name or a commit's. Throws where one is missing. */
export async function readTrees(git: Git, names: readonly string[]): Promise<ReadonlyMap<string, TreeEntries>> {
  const wanted = [...new Set(names)]
  const output = await git(['cat-file', '--batch'], wanted.map((name) => `${name}^{tree}\n`).join(''))
  const trees = new Map<string, TreeEntries>()
  let at = 0
  for (const name of wanted) {
    const end = output.indexOf('\n', at)
    const [id = '', type, size] = output.toString('latin1', at, end).split(' ')
    if (type !== 'tree') throw new Error(`${name}: ${type} instead of a tree`)
    const start = end + 1
    trees.set(name, entriesIn(output.subarray(start, start + Number(size)), id.length / 2))
    at = start + Number(size) + 1
  }
  return trees
}

/** `<mode> <name>\0<id>` again and again; a mode without leading zeros, an id as bytes. */
function entriesIn(tree: Buffer, idLength: number): TreeEntries {
  const entries = new Map<string, PathState>()
  for (let at = 0; at < tree.length;) {
    const space = tree.indexOf(' ', at)
    const end = tree.indexOf(0, space)
    const mode = tree.toString('latin1', at, space).padStart(6, '0')
    const id = tree.toString('hex', end + 1, end + 1 + idLength)
    entries.set(tree.toString('latin1', space + 1, end), { mode, id })
    at = end + 1 + idLength
  }
  return entries
}
