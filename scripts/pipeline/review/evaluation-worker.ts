import { openSandbox, type Furnished } from '../../evaluate/index.ts'
import { prefixOf, type Lab } from '../../model/lab.ts'
import { requestsOf, type Folder } from '../../model/request.ts'
import type { Batch } from '../pool.ts'
import { settingOf } from '../setting-of.ts'

export interface EvaluationSetting {
  readonly lab: Lab
  readonly furnished: Furnished
}

const evaluatorOf = settingOf<EvaluationSetting, Promise<(folder: Folder, tick: () => void) => string>>(
  async ({ lab, furnished }) => {
    const sandbox = await openSandbox(furnished)
    return (folder, tick) => {
      const owner = { prefix: prefixOf(lab, folder.owner) }
      const evaluations = requestsOf(folder).map((request) => {
        tick()
        return sandbox.evaluate(folder, request, owner)
      })
      return JSON.stringify(evaluations)
    }
  },
)

/** One batch of folders, each as JSON text of its `Evaluation`s, in the order of `requestsOf`. */
export async function run(batch: Batch<Folder, EvaluationSetting>): Promise<readonly string[]> {
  const evaluate = await evaluatorOf(batch)
  const { items, beat } = batch
  return items.map((folder) => {
    Atomics.add(beat, 0, 1)
    return evaluate(folder, () => Atomics.add(beat, 1, 1))
  })
}
