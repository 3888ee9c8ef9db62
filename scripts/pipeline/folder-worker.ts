import { flushCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import type { Folder } from '../model/request.ts'
import { createFolderJudge, type FolderJudgeOptions } from './judge-folder.ts'
import type { Batch } from './pool.ts'

const [, options] = workerData as [unknown, FolderJudgeOptions]
const judge = createFolderJudge(options)

// A worker is ended, not exited, and would take along what it compiled.
flushCompileCache()

/** One batch of folders, each as JSON text of a `JudgedFolder`: text is cheap to hand over and is what the cache keeps. */
export async function run({ items, beat }: Batch<Folder>): Promise<readonly string[]> {
  const judgeFolder = await judge
  return items.map((folder) => {
    Atomics.add(beat, 0, 1)
    return JSON.stringify(judgeFolder(folder, () => Atomics.add(beat, 1, 1)))
  })
}
