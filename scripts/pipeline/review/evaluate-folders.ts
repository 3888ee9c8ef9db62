import type { Evaluation } from '../../model/evaluation.ts'
import type { Evaluations } from '../../model/evaluations.ts'
import { requestsOf, requestId, type Folder, type House } from '../../model/request.ts'
import { folderKey, noCache, type Cache } from '../cache.ts'
import type { EvaluationSetting } from './evaluation-worker.ts'
import { furnishedFrom } from '../furnished-from.ts'
import { lost } from '../lost.ts'
import type { Workers } from '../pool.ts'

const patienceSeconds = 10
const batchSize = 48

export interface EvaluateInput {
  readonly house: House
  /** Of `evaluation-worker.ts`. */
  readonly workers: Workers
  readonly stripped?: Cache
}

/** Runs what members wrote, in sandboxes, and judges nothing of it. Folders that are the same are run once. */
export async function evaluateFolders(folders: readonly Folder[], input: EvaluateInput): Promise<Evaluations> {
  const { house, workers, stripped = noCache } = input
  const byKey = new Map(folders.map((folder) => [folderKey(folder), folder]))
  const answers = await workers.run<Folder, string, EvaluationSetting>({
    items: [...byKey.values()],
    setting: { lab: house.lab, furnished: furnishedFrom(house, stripped) },
    size: batchSize,
    patience: patienceSeconds,
    lost: (folder, failure) => JSON.stringify(lostEvaluations(folder, failure)),
  })
  return new Map([...byKey.keys()].map((key, index) => [key, JSON.parse(answers[index] ?? '[]') as Evaluation[]]))
}

/** Of a folder on which the sandbox stalled or died, nobody knows which request it was. */
function lostEvaluations(folder: Folder, failure: string | undefined): readonly Evaluation[] {
  return requestsOf(folder).map((request) => {
    const finding = { ...lost(request.file, failure, patienceSeconds), request: requestId(request) }
    return { request, objects: [], calls: [], findings: [finding] }
  })
}
