import type { Git } from '../model/git.ts'
import type { MainCommit } from '../model/main-commit.ts'
import { mainCommit } from './main-commit.ts'

/** Main's own newest commits up to `head`, newest first. */
export async function recentCommits(git: Git, head: string, most: number): Promise<readonly MainCommit[]> {
  const output = await git(['rev-list', '--first-parent', `--max-count=${most}`, head])
  const ids = output.toString('latin1').split('\n').filter(Boolean)
  return Promise.all(ids.map((id) => mainCommit(git, id)))
}
