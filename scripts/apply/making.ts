import type { Ask } from '../model/ask.ts'
import type { Manifest } from '../model/manifest.ts'
import { kindIn, natureOf } from '../model/object-key.ts'
import { endingOf } from '../model/outcome.ts'
import { ownedPart } from '../model/owned.ts'
import type { Step } from '../model/plan.ts'
import { withIdentity } from './identity.ts'
import { manifestToMake } from './manifests.ts'
import type { Conduct, Phase } from './phase.ts'
import { ended, unanswered, type Task } from './task.ts'

/** Disks and settings, which others need. */
export const provide: Phase = {
  ask: (task, conduct) => (isProvision(task.step) ? makeOrChange(task, conduct) : undefined),
  done: kept,
}

/** All else that is made or changed where it stands. */
export const make: Phase = { ask: makeOrChange, done: kept }

function makeOrChange({ step }: Task, conduct: Conduct): Ask | undefined {
  const { operation, key, wanted, uid, patch, force } = step
  if (operation === 'create') return wanted && creating(step, conduct)
  if (operation !== 'update' || uid === undefined) return undefined
  if (natureOf(key) === 'run') return patch && { do: 'patch', key, uid, patch }
  return wanted && { do: 'apply', uid, manifest: manifestToMake(wanted, conduct), ...(force && { force }) }
}

/** Objects of runs and claims are posted; what is kept as written is applied, so that later changes can take keys away. */
export function creating({ key, wanted }: Step, conduct: Conduct): Ask | undefined {
  if (wanted === undefined) return undefined
  const manifest = manifestToMake(wanted, conduct)
  return natureOf(key) === 'standing' ? { do: 'apply-new', manifest } : { do: 'create', manifest }
}

/** Standing objects made anew. */
export const remake: Phase = {
  ask: ({ step, left }, conduct) =>
    step.operation === 'replace' && left === 'nothing' && natureOf(step.key) === 'standing'
      ? creating(step, conduct)
      : undefined,
  done: kept,
  refused: (task, answer) => ({ ...unanswered(task, answer), left: 'nothing' }),
}

/** A standing object is made again as it was when the new one was refused: kubectl leaves nothing, we do not. */
export const restore: Phase = {
  ask: ({ live }) => live && { do: 'apply-new', manifest: ownedPart(live.manifest) },
  done: (task, object) => ({ ...task, left: 'as-it-was', record: withIdentity(task.step.before, object) }),
  refused: (task) => task,
}

function kept(task: Task, object: Manifest): Task {
  const { operation, after } = task.step
  return ended(
    {
      ...task,
      left: natureOf(task.step.key) === 'run' ? 'running' : 'as-written',
      record: withIdentity(after, object),
    },
    { ending: endingOf[operation] },
  )
}

function isProvision({ key }: Step): boolean {
  return natureOf(key) === 'claim' || kindIn(key) === 'ConfigMap'
}
