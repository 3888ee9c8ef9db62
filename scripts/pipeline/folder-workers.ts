import { availableParallelism } from 'node:os'
import { startWorkers, type Workers } from './pool.ts'

/** Threads that judge folders. Where most is known already from the last time, one is enough to begin with. */
export function startFolderWorkers(isMostKnown: boolean, most = availableParallelism()): Workers {
  return startWorkers({ worker: new URL('folder-worker.ts', import.meta.url), most, now: isMostKnown ? 1 : most })
}

/** Threads that evaluate folders and judge nothing. */
export function startEvaluationWorkers(most = availableParallelism()): Workers {
  return startWorkers({ worker: new URL('review/evaluation-worker.ts', import.meta.url), most, now: most })
}
