import type { GitRepository } from './git-repository.ts'
import type { Json } from './hub.ts'
import { like } from './sample.ts'

const words: Readonly<Record<string, string>> = {
  A: 'added',
  M: 'modified',
  D: 'removed',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
}

/** What a pull request changes since it left its base, with renames, as GitHub lists it; lines are not counted. */
export async function filesOf({ git }: GitRepository, base: string, head: string): Promise<readonly Json[]> {
  const text = await git(['diff', '--raw', '--no-abbrev', '--find-renames', '-z', `${base}...${head}`])
  const parts = text.split('\0')
  const files: Json[] = []
  for (let at = 0; at < parts.length;) {
    const [, , , sha = '', status = ''] = (parts[at++] ?? '').split(' ')
    if (sha === '') break
    const isMoved = /^[RC]/.test(status)
    const previous = isMoved ? parts[at++] : undefined
    const filename = parts[at++] ?? ''
    const more = previous === undefined ? {} : { previous_filename: previous }
    files.push(like('diff-entry', { filename, sha, status: words[status[0] ?? ''] ?? 'changed', ...more }))
  }
  return files
}
