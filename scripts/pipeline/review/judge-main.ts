import { treeAt, type Blobs } from '../../history/index.ts'
import { dayIn } from '../../model/day.ts'
import type { Finding } from '../../model/finding.ts'
import type { Git } from '../../model/git.ts'
import type { House } from '../../model/request.ts'
import type { Tree } from '../../model/tree.ts'
import type { Cache } from '../cache.ts'
import { checkFolders, type Checked, type FoldersInput } from '../check-lab.ts'
import { folderSetting } from '../judge-folders.ts'

/** TypeScript is help, not a gate, and what a change alters is seen in what it renders. */
export type ChangeInput = Omit<FoldersInput, 'types' | 'render' | 'setting'>

/** Main as it stands: what every change is compared with. Made once for many. */
export interface JudgedMain {
  readonly commit: string
  readonly git: Git
  readonly house: House
  readonly tree: Tree
  readonly checked: Checked
  readonly findings: readonly Finding[]
  readonly blobs: Blobs
  /** Knows the judgements of main's folders. */
  readonly input: FoldersInput
}

/** Reads main's tree and judges it by its own house, which the caller read from a checkout of this commit. */
export async function judgeMain(git: Git, commit: string, house: House, options: ChangeInput): Promise<JudgedMain> {
  const today = dayIn(house.lab.timeZone, options.now)
  const setting = folderSetting({ ...options, house, today, render: true })
  options.workers.tell(setting)
  const blobs: Blobs = new Map()
  const tree = await treeAt(git, commit, blobs)
  const input = { ...options, setting, render: true, types: undefined, cache: adding(options.cache) }
  const checked = await checkFolders(tree.folders, house, input)
  return { commit, git, house, tree, checked, findings: [...tree.findings, ...checked.findings], blobs, input }
}

/** What was judged for one tree is known for the next; only main is kept for another day. */
function adding(cache: Cache): Cache {
  const known = new Map<string, string>()
  let isKept = false
  return {
    get: (key) => known.get(key) ?? cache.get(key),
    keep: (entries) => {
      for (const [key, text] of entries) known.set(key, text)
      if (!isKept) cache.keep(entries)
      isKept = true
    },
  }
}
