import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { $ } from 'zx/core'
import { foldersAt } from '../history/index.ts'
import { folderKey } from '../pipeline/cache.ts'
import { checkFolders, type Checked, type CheckInput } from '../pipeline/check-lab.ts'
import { compareFindings, type Comparison } from '../pipeline/compare.ts'
import type { Folder } from '../model/request.ts'
import { scratchFolder } from './check-input.ts'
import { git } from './git.ts'
import { UsageError } from './usage-error.ts'

/** Finds the commit, and gives back what tells what is new against it: its requests are judged by the same house, what did not change from the cache. */
export async function openBase(ref: string): Promise<(checked: Checked, input: CheckInput) => Promise<Comparison>> {
  const folders = await foldersAt(git, await commitOf(ref))
  return async (checked, input) => {
    const types = input.types && { ...input.types, usersRoot: await onDisk(folders, checked.folders) }
    const cache = { ...input.cache, keep: () => undefined }
    const base = await checkFolders(folders, checked.house, { ...input, types, cache })
    return compareFindings(base.findings, checked.findings)
  }
}

/** The commit that a branch or tag names: the only text of the caller's that Git sees, and it cannot be taken for an option. */
export async function commitOf(ref: string): Promise<string> {
  const found = await $({ nothrow: true })`git rev-parse --verify --quiet --end-of-options ${`${ref}^{commit}`}`.quiet()
  if (found.exitCode !== 0)
    throw new UsageError(`\`--base ${ref}\`: Git knows no such commit here. Fetch it first, or name another.`)
  return found.stdout.trim()
}

/** TypeScript reads files, so folders that the base has otherwise go to a scratch folder; of the others the judgements are known. */
async function onDisk(base: readonly Folder[], now: readonly Folder[]): Promise<string> {
  const root = join(scratchFolder(), 'users')
  const current = new Set(now.map(folderKey))
  const changed = base.filter((folder) => !current.has(folderKey(folder)))
  for (const source of changed.flatMap((folder) => folder.sources)) {
    const file = join(root, '..', source.file)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, source.text)
  }
  return root
}
