import { flushCompileCache } from 'node:module'
import { createFolderJudge, type FolderItem, type FolderJudgeOptions } from './judge-folder.ts'
import type { Batch } from './pool.ts'
import { settingOf } from './setting-of.ts'

const judgeOf = settingOf<FolderJudgeOptions, ReturnType<typeof createFolderJudge>>(createFolderJudge)

// A worker is ended, not exited, and would take along what it compiled.
flushCompileCache()

/** One batch of folders, each as JSON text of a `JudgedFolder`: text is cheap to hand over and is what the cache keeps. */
export async function run(batch: Batch<FolderItem, FolderJudgeOptions>): Promise<readonly string[]> {
  const judgeFolder = await judgeOf(batch)
  const { items, beat } = batch
  return items.map((item) => {
    Atomics.add(beat, 0, 1)
    return JSON.stringify(judgeFolder(item, () => Atomics.add(beat, 1, 1)))
  })
}
