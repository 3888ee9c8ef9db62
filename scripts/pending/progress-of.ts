import { at } from '../model/at.ts'
import { isClosed } from '../model/gate.ts'
import { type Key, kindIn } from '../model/object-key.ts'
import type { Progress } from '../model/progress.ts'
import { runEnd } from '../model/run-end.ts'
import type { LiveObject } from '../model/world.ts'
import { pending, podProgress } from './pod-progress.ts'
import type { Scene } from './scene.ts'
import { whyNoPods } from './why-no-pods.ts'

/** How far a run has come, and why not farther. `known`: the resources that the cluster's machines offer, by the lab's catalogue. */
export function progressOf(scene: Scene, key: Key, known: ReadonlySet<string>): Progress {
  const live = scene.object(key)
  if (live === undefined) return { is: 'absent' }
  return kindIn(key) === 'Pod' ? podProgress(scene, live.manifest, known) : jobProgress(scene, live, known)
}

function jobProgress(scene: Scene, { uid, manifest: job, deleting }: LiveObject, known: ReadonlySet<string>): Progress {
  const pods = scene.podsOf(uid).map((pod) => podProgress(scene, pod, known))
  const end = runEnd(job)
  if (end !== undefined) return { is: 'ended', ...end, ...(end.end === 'failed' && causeAmong(pods)) }
  if (deleting) return { is: 'going' }
  if (isClosed(job)) return pending({ code: 'gate-closed', args: {} })
  const running = pods.filter(({ is }) => is === 'running').length
  if (running > 0)
    return { is: 'running', pods: running, of: Math.max(running, atOnce(at(job, 'spec', 'parallelism'))) }
  return slowest(pods) ?? pending(whyNoPods(scene.eventsOf(uid)))
}

/** What only a person ends is told before what goes on by itself. */
function slowest(pods: readonly Progress[]): Progress | undefined {
  return pods.find(({ is }) => is === 'refused') ?? pods.find(({ is }) => is === 'queued')
}

function causeAmong(pods: readonly Progress[]): Pick<Extract<Progress, { is: 'ended' }>, 'cause'> {
  const cause = pods.flatMap((pod) => (pod.is === 'ended' && pod.cause ? [pod.cause] : [])).at(-1)
  return cause === undefined ? {} : { cause }
}

function atOnce(parallelism: unknown): number {
  return typeof parallelism === 'number' ? parallelism : 1
}
