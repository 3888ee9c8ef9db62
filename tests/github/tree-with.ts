import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GitRepository } from './git-repository.ts'
import { Refusal } from './refusal.ts'

/** As GitHub takes it: text, the name of an object, or `null` to take the path away. */
export interface Entry {
  readonly path: string
  readonly mode: string
  readonly content?: string
  readonly sha?: string | null
}

/** The tree `base` with these entries in it. */
export async function treeWith(
  { git }: GitRepository,
  base: string | undefined,
  entries: readonly Entry[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-index-'))
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  try {
    if (base !== undefined) await git(['read-tree', base], { env })
    for (const { path, mode, content, sha } of entries) {
      if (sha === null && (await git(['ls-files', '--', path], { env })) === '')
        throw new Refusal(422, 'GitRPC::BadObjectState')
      const id = content === undefined ? sha : await git(['hash-object', '-w', '--stdin'], { input: content })
      const line = id === null || id === undefined ? `0 ${'0'.repeat(40)}\t${path}\n` : `${mode} ${id}\t${path}\n`
      await git(['update-index', '--index-info'], { env, input: line })
    }
    return await git(['write-tree'], { env })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
