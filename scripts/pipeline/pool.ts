import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Tinypool } from 'tinypool'
import { cut } from './cut.ts'
import { watchBeat } from './watch-beat.ts'

/** JSON text; equal numbers mean equal texts. */
interface Setting {
  readonly number: number
  readonly json: Uint8Array
}

/** What a worker is handed. It exports `run(batch: Batch<T, S>)`, which answers its items in their order. */
export interface Batch<T, S> {
  readonly items: readonly T[]
  /** What all batches of a job share. */
  readonly setting: Setting
  /** `[0]`: items begun so far, so that a dead worker's last item is known. `[1]`: anything that changes while there is progress. */
  readonly beat: Int32Array
  /** Only for the type. */
  readonly shared?: S
}

export interface Job<T, R, S> {
  readonly items: readonly T[]
  readonly setting: S
  /** Items in one batch. */
  readonly size: number
  /** Seconds without a beat after which a worker is ended: members' code may sit in a native loop that nothing interrupts. */
  readonly patience: number
  /** The answer for the item on which a worker stalled or died, or, with its message, on which it threw. */
  readonly lost: (item: T, failure: string | undefined) => R
  readonly done?: (items: number) => void
}

/** Worker threads, started before there is work for them: they load their code while we read files. */
export interface Workers extends AsyncDisposable {
  /** Sends a job's setting ahead: the threads that run already get ready for a job while nobody has its items yet. */
  readonly tell: (setting: unknown) => void
  /**
   * Answers in the items' order. An item that stalls or kills its worker is answered by `lost`, and the rest of its batch runs again in
   * a new worker.
   */
  readonly run: <T, R, S>(job: Job<T, R, S>) => Promise<readonly R[]>
}

export interface WorkersOptions {
  readonly worker: URL
  /** Threads at once, and how many of them are started now. */
  readonly most: number
  readonly now: number
}

let settings = 0

export function startWorkers({ worker, most, now }: WorkersOptions): Workers {
  const pool = new Tinypool({ filename: worker.href, minThreads: now, maxThreads: most, env: workerEnv() })
  let told: { readonly value: unknown; readonly setting: Setting } | undefined
  const settingFor = (value: unknown): Setting => {
    told = told !== undefined && told.value === value ? told : { value, setting: newSetting(value) }
    return told.setting
  }
  return {
    tell: (value) => {
      const batch: Batch<never, unknown> = { items: [], setting: settingFor(value), beat: newBeat() }
      // What goes wrong here goes wrong again with the first item.
      for (let thread = 0; thread < now; thread++) pool.run(batch, { name: 'run' }).catch(() => undefined)
    },
    run: async (job) => {
      const setting = settingFor(job.setting)
      const batches = cut(job.items, job.size).map((items) => runBatch(items, { pool, job, setting }))
      return (await Promise.all(batches)).flat()
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  }
}

interface Running<T, R, S> {
  readonly pool: Tinypool
  readonly job: Job<T, R, S>
  readonly setting: Setting
}

async function runBatch<T, R, S>(items: readonly T[], running: Running<T, R, S>): Promise<readonly R[]> {
  if (items.length === 0) return []
  const { pool, job, setting } = running
  const beat = newBeat()
  const watch = watchBeat(beat, job.patience)
  try {
    const batch: Batch<T, S> = { items, setting, beat }
    const answers: readonly R[] = await pool.run(batch, { name: 'run', signal: watch.signal })
    job.done?.(items.length)
    return answers
  } catch (error) {
    const begun = Atomics.load(beat, 0)
    const culprit = items[begun - 1]
    if (culprit === undefined) throw error
    const before = await runBatch(items.slice(0, begun - 1), running)
    const after = await runBatch(items.slice(begun), running)
    return [...before, job.lost(culprit, watch.signal.aborted ? undefined : String(error)), ...after]
  } finally {
    watch.stop()
  }
}

/** Nothing of the caller's environment; only where Node keeps compiled code, without which a worker starts three times as slowly. */
function workerEnv(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

function newSetting(value: unknown): Setting {
  return { number: ++settings, json: sharedText(JSON.stringify(value)) }
}

function newBeat(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8))
}

function sharedText(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}
