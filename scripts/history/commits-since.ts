import type { Git } from '../model/git.ts'
import type { MainCommit } from '../model/main-commit.ts'
import { mainCommit } from './main-commit.ts'

/** Main's own commits after `since` up to `head`, newest first; `undefined` where `since` is none of main's. */
export async function commitsSince(git: Git, since: string, head: string): Promise<readonly MainCommit[] | undefined> {
  const chain = (await git(['rev-list', '--first-parent', head])).toString('latin1').split('\n').filter(Boolean)
  const end = chain.indexOf(since)
  if (end === -1) return undefined
  return Promise.all(chain.slice(0, end).map((id) => mainCommit(git, id)))
}
