import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Tinypool } from 'tinypool'

/** What a worker is handed: its items, and a counter by which it shows that it is alive. */
export interface Batch<T> {
  readonly items: readonly T[]
  /** `[0]`: items begun so far, so that a dead worker's last item is known. `[1]`: anything that changes while there is progress. */
  readonly beat: Int32Array
}

export interface PoolOptions<T, R> {
  /** A module that exports `run(batch: Batch<T>)`. */
  readonly worker: URL
  readonly data: unknown
  readonly size: number
  readonly threads: number
  /** Seconds without a beat after which the worker is ended: members' code may sit in a native loop that nothing interrupts. */
  readonly patience: number
  /** The answer for the item on which a worker stalled or died, or, with its message, on which it threw. */
  readonly lost: (item: T, failure: string | undefined) => R
  readonly done?: (items: number) => void
}

/**
 * Runs items through worker threads in batches; answers in the items' order. An item that stalls or kills its worker is answered by
 * `lost`, and the rest of its batch runs again in a new worker. Workers see no environment.
 */
export async function inWorkers<T, R>(items: readonly T[], options: PoolOptions<T, R>): Promise<readonly R[]> {
  if (items.length === 0) return []
  const threads = Math.max(1, Math.min(options.threads, Math.ceil(items.length / options.size)))
  const pool = new Tinypool({
    filename: options.worker.href,
    minThreads: threads,
    maxThreads: threads,
    env: workerEnv(),
    workerData: options.data,
  })
  try {
    const answers = await Promise.all(batches(items, options.size).map((batch) => runBatch(pool, batch, options)))
    return answers.flat()
  } finally {
    await pool.destroy()
  }
}

/** Nothing of the caller's environment; only where Node keeps compiled code, without which a worker starts three times as slowly. */
function workerEnv(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

async function runBatch<T, R>(pool: Tinypool, items: readonly T[], options: PoolOptions<T, R>): Promise<readonly R[]> {
  if (items.length === 0) return []
  const beat = new Int32Array(new SharedArrayBuffer(8))
  const watch = watchBeat(beat, options.patience)
  try {
    const answers: readonly R[] = await pool.run({ items, beat } satisfies Batch<T>, {
      name: 'run',
      signal: watch.signal,
    })
    options.done?.(items.length)
    return answers
  } catch (error) {
    const begun = Atomics.load(beat, 0)
    const culprit = items[begun - 1]
    if (culprit === undefined) throw error
    const before = await runBatch(pool, items.slice(0, begun - 1), options)
    const after = await runBatch(pool, items.slice(begun), options)
    return [...before, options.lost(culprit, watch.signal.aborted ? undefined : String(error)), ...after]
  } finally {
    watch.stop()
  }
}

function watchBeat(beat: Int32Array, patience: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  let last = -1
  let quiet = 0
  const timer = setInterval(() => {
    const now = Atomics.load(beat, 0) + Atomics.load(beat, 1)
    quiet = now === last || now === 0 ? quiet + 1 : 0
    last = now
    if (now > 0 && quiet * 0.25 >= patience) controller.abort()
  }, 250)
  return { signal: controller.signal, stop: () => clearInterval(timer) }
}
