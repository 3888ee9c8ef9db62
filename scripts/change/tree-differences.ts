import type { ChangedPath, PathState } from '../model/change.ts'
import type { Git } from '../model/git.ts'
import { readTrees, type TreeEntries } from './read-trees.ts'

/** Two trees at one place; without one of them, all below it came or went. */
interface Pair {
  readonly folder: string
  readonly before?: string
  readonly after?: string
}

/** Deeper than this, nobody of ours keeps files. */
const deepest = 24

/**
 * The paths that two trees have differently, in their order; `undefined` where there are more than `most`. Threat: a few objects can
 * stand for a thousand million names, and `git diff-tree` gathers them all before it writes the first. Here a folder that differs counts
 * as a path until it was looked into, so what is read has a limit too. One process for each level of folders.
 */
export async function treeDifferences(
  git: Git,
  before: string,
  after: string,
  most: number,
): Promise<readonly ChangedPath[] | undefined> {
  const paths: ChangedPath[] = []
  let pairs: readonly Pair[] = [{ folder: '', before, after }]
  for (let depth = 0; pairs.length > 0; depth++) {
    const trees = await readTrees(
      git,
      pairs.flatMap(({ before: was, after: is }) => [was, is].filter((id) => id !== undefined)),
    )
    const found = pairs.flatMap((pair) => differencesIn(pair, trees))
    paths.push(...found.flatMap((one) => ('path' in one ? [one] : [])))
    pairs = found.flatMap((one) => ('folder' in one ? [one] : []))
    if (depth === deepest || paths.length + pairs.length > most) return undefined
  }
  return paths.sort((left, right) => (left.path < right.path ? -1 : 1))
}

function differencesIn(
  { folder, ...pair }: Pair,
  trees: ReadonlyMap<string, TreeEntries>,
): readonly (ChangedPath | Pair)[] {
  const before = entriesOf(pair.before, trees)
  const after = entriesOf(pair.after, trees)
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) => {
    const text = Buffer.from(name, 'latin1').toString('utf8')
    return difference(`${folder}${text}`, before.get(name), after.get(name))
  })
}

function entriesOf(id: string | undefined, trees: ReadonlyMap<string, TreeEntries>): TreeEntries {
  return trees.get(id ?? '') ?? new Map()
}

/** What a name is now, and what it was; where a file took a folder's place, both. */
function difference(path: string, before?: PathState, after?: PathState): readonly (ChangedPath | Pair)[] {
  if (before?.id === after?.id && before?.mode === after?.mode) return []
  const [was, is] = [isFolder(before), isFolder(after)]
  const folders =
    was || is ? [{ folder: `${path}/`, ...(was && { before: idOf(before) }), ...(is && { after: idOf(after) }) }] : []
  const files = { ...(!was && before && { before }), ...(!is && after && { after }) }
  return Object.keys(files).length > 0 ? [...folders, { path, ...files }] : folders
}

function isFolder(state: PathState | undefined): boolean {
  return state?.mode === '040000'
}

function idOf(state: PathState | undefined): string {
  return state?.id ?? ''
}
