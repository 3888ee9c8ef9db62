import { at, itemsAt, textAt } from '../model/at.ts'
import type { Pending } from '../model/codes/pending.ts'
import { goesOn } from '../model/codes/pending.ts'
import { isClosed } from '../model/gate.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Progress } from '../model/progress.ts'
import { runEnd } from '../model/run-end.ts'
import { disruptionOf, endCause } from './end-cause.ts'
import type { Scene } from './scene.ts'
import { whyUnplaced } from './why-unplaced.ts'
import { whyUnstarted } from './why-unstarted.ts'

/** How far one pod has come. */
export function podProgress(scene: Scene, pod: Manifest, known: ReadonlySet<string>): Progress {
  const end = runEnd(pod)
  if (end !== undefined) return ended(pod, end)
  if (at(pod, 'metadata', 'deletionTimestamp') !== undefined) return leaving(pod)
  const why = whyNotRunning(scene, pod, known)
  return why === undefined ? { is: 'running', pods: 1, of: 1 } : pending(why)
}

export function pending(why: Pending): Progress {
  return { is: goesOn[why.code] ? 'queued' : 'refused', why }
}

function ended(pod: Manifest, end: NonNullable<ReturnType<typeof runEnd>>): Progress {
  const cause = end.end === 'failed' ? endCause(pod) : undefined
  return { is: 'ended', ...end, ...(cause && { cause }) }
}

/** A pod whose machine went dark cannot go before the machine is back. */
function leaving(pod: Manifest): Progress {
  if (disruptionOf(pod) !== 'DeletionByTaintManager') return { is: 'going' }
  return pending({ code: 'machine-lost', args: { machine: textAt(pod, 'spec', 'nodeName') ?? '?' } })
}

function whyNotRunning(scene: Scene, pod: Manifest, known: ReadonlySet<string>): Pending | undefined {
  if (textAt(pod, 'spec', 'nodeName') !== undefined)
    return whyUnstarted(pod, scene.eventsOf(textAt(pod, 'metadata', 'uid') ?? ''))
  const placed = itemsAt(pod, 'status', 'conditions').find((one) => textAt(one, 'type') === 'PodScheduled')
  if (isClosed(pod)) return { code: 'gate-closed', args: {} }
  if (textAt(placed, 'reason') === 'SchedulingGated') return { code: 'gate-of-others', args: { gates: gatesOf(pod) } }
  const message = textAt(placed, 'message')
  return message === undefined ? { code: 'not-looked-at', args: {} } : whyUnplaced(scene, pod, message, known)
}

function gatesOf(pod: Manifest): readonly string[] {
  return itemsAt(pod, 'spec', 'schedulingGates').map((gate) => textAt(gate, 'name') ?? '?')
}
