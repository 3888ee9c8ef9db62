import type { Git } from '../model/git.ts'
import type { Folder } from '../model/request.ts'
import { treeAt } from './tree-at.ts'

/** Members' folders as a commit has them, without a checkout; what may not be there is left out. */
export async function foldersAt(git: Git, ref: string): Promise<readonly Folder[]> {
  return (await treeAt(git, ref)).folders
}
