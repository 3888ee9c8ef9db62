import type { Git } from '../model/git.ts'
import { treeDifferences } from './tree-differences.ts'

/** Of what the author changed since main, at most `most` paths, the files that were not fetched, for they are too large. */
export async function missingPaths(git: Git, head: string, main: string, most: number): Promise<readonly string[]> {
  const [base = ''] = (await git(['merge-base', main, head])).toString('latin1').split('\n')
  const changed = (await treeDifferences(git, base, head, most)) ?? []
  const files = changed.flatMap(({ path, after }) =>
    after?.mode.startsWith('100') === true ? [{ path, id: after.id }] : [],
  )
  const answers = await git(['cat-file', '--batch-check'], files.map(({ id }) => `${id}\n`).join(''))
  const lines = answers.toString('latin1').split('\n')
  return files.flatMap(({ path }, index) => (lines[index]?.endsWith(' missing') === true ? [path] : []))
}
