import { ClusterError, NoAnswer, readProgress, type Connection } from '../../cluster/index.ts'
import type { Lab } from '../../model/lab.ts'
import { natureOf, type Key } from '../../model/object-key.ts'
import type { Ending, Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import type { Watched } from '../../model/watched.ts'
import { isSettled, knownResources, progressOf, sceneOf } from '../../pending/index.ts'

export interface Patience {
  readonly seconds: number
  /** Milliseconds on any clock that only goes forward. */
  readonly now: () => number
  /** How many runs need no more looks, of how many. */
  readonly tell: (settled: number, of: number) => void
}

/** Seconds between two looks; the last one stays. */
const pauses = [1, 1, 2, 3, 5]

/**
 * Looks at runs that were launched, or launched before and not started, until each runs, is over, or it is known why not, or the time
 * is over. Never waits for a run to complete. Four lists a look, however many runs there are; it writes nothing and never rejects.
 */
export async function awaitRuns(
  connection: Connection,
  outcomes: readonly Outcome[],
  lab: Lab,
  patience: Patience,
): Promise<readonly Watched[]> {
  const runs = outcomes.filter(isOpen)
  const keys = runs.map(({ key }) => key)
  const progress = keys.length === 0 ? new Map() : await lastProgress(connection, keys, knownResources(lab), patience)
  const watched = runs.map(({ key, member, ending }) => ({ key, member, ending, progress: progress.get(key) }))
  patience.tell(1, 1)
  return watched.flatMap(({ ending, progress: seen, ...run }) =>
    launching.has(ending) || isWaiting(seen) ? [{ ...run, ...(seen && { progress: seen }) }] : [],
  )
}

const launching: ReadonlySet<Ending> = new Set(['launched', 'replaced'])
const unchanged: ReadonlySet<Ending> = new Set(['kept', 'updated', 'recorded'])

/** Its gate is open, as far as is remembered. Who suspended a run by hand knows why it waits. */
function isOpen({ key, ending, step: { after, note } }: Outcome): boolean {
  if (natureOf(key) !== 'run' || note === 'suspended-by-hand') return false
  return launching.has(ending) || (unchanged.has(ending) && after?.phase === 'opened')
}

function isWaiting(progress: Progress | undefined): boolean {
  return progress?.is === 'queued' || progress?.is === 'refused'
}

async function lastProgress(
  connection: Connection,
  keys: readonly Key[],
  known: ReadonlySet<string>,
  { seconds, now, tell }: Patience,
): Promise<ReadonlyMap<Key, Progress>> {
  const end = now() + seconds * 1000
  let seen: ReadonlyMap<Key, Progress> = new Map()
  for (let look = 0; ; look += 1) {
    seen = (await progressNow(connection, keys, known)) ?? seen
    const settled = [...seen.values()].filter(isSettled).length
    const left = end - now()
    if (settled === keys.length || left <= 0) return seen
    tell(settled, keys.length)
    await connection.sleep(Math.min(left, (pauses[Math.min(look, pauses.length - 1)] ?? 1) * 1000))
  }
}

/** What cannot be read now is read at the next look. */
async function progressNow(
  connection: Connection,
  keys: readonly Key[],
  known: ReadonlySet<string>,
): Promise<ReadonlyMap<Key, Progress> | undefined> {
  try {
    const scene = sceneOf(await readProgress(connection))
    return new Map(keys.map((key) => [key, progressOf(scene, key, known)]))
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof ClusterError) return undefined
    throw error
  }
}
