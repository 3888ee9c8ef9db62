import type { RunCase, Setting } from '../case.ts'
import { fixedDigest } from './fixed-digest.ts'
import { patchOf } from './patch-of.ts'
import { edits, outOfLine, settled, stop } from './run-cells.ts'
import { keep, refuse, stepOf } from './step-of.ts'
import { after } from '../time.ts'
import { countAt, textAt } from '../../model/at.ts'
import type { Wanted } from '../../model/desired.ts'
import { endedRun } from '../../model/ended-run.ts'
import type { JsonObject } from '../../model/json.ts'
import type { RunRecord } from '../../model/memory.ts'
import { kindIn } from '../../model/object-key.ts'
import type { Step } from '../../model/plan.ts'

/** Footnote 5: a run that is recorded and open. */
export function goesOn(the: RunCase, setting: Setting): Step {
  const { record, wanted, live } = the
  if (record === undefined || wanted === undefined || live === undefined) return keep(the)
  if (record.phase === 'accepted')
    return stepOf(the, 'record', { ...record, phase: 'opened', openedAt: startOf(the, setting) })
  if (neverStarted(the, setting)) return { ...stop(the), after: endedRun(record, 'never-started', setting.clock) }
  if (record.digest !== wanted.digest) return edited(the, wanted, record)
  const quiet = settled(the)
  return quiet.operation === 'keep' && isPending(the) ? { ...quiet, note: 'queued' } : quiet
}

/** Same number, other text: what changes in place is changed, the rest waits for the next number. */
function edited(the: RunCase, wanted: Wanted, record: RunRecord): Step {
  const fixed = fixedDigest(wanted.manifest)
  if (record.fixed !== fixed) return settled(the)
  const [from, to] = [deadlineOf(the.live?.manifest), deadlineOf(wanted.manifest)]
  if (kindIn(the.key) === 'Pod' && (to ?? Infinity) > (from ?? Infinity)) {
    return refuse(the, 'needs-run', { run: record.run, from: from ?? null, to: to ?? null })
  }
  const written = { ...outOfLine(record), digest: wanted.digest, demand: wanted.demand }
  const patch = patchOf(the.live?.manifest ?? {}, wanted.manifest)
  if (patch === undefined) return stepOf(the, 'record', written)
  return stepOf(the, 'update', written, { patch, args: edits(the), ...(the.live && { uid: the.live.uid }) })
}

/** A bare Pod's deadline runs from the start of its node's work, so one that waits has no end (`apply.md` 3). */
function neverStarted(the: RunCase, { clock, clockIsOff, lab }: Setting): boolean {
  const { record } = the
  if (clockIsOff || !isPending(the) || record?.openedAt === undefined) return false
  return after(record.openedAt, lab.queue.pendingHours) <= clock
}

/** A Job's clock runs while its pods wait. */
function isPending({ key, live }: RunCase): boolean {
  return kindIn(key) === 'Pod' && live !== undefined && textAt(live.manifest, 'spec', 'nodeName') === undefined
}

function startOf({ live }: RunCase, { clock }: Setting): string {
  return textAt(live?.manifest, 'status', 'startTime') ?? clock
}

function deadlineOf(manifest: JsonObject | undefined): number | undefined {
  return countAt(manifest, 'spec', 'activeDeadlineSeconds')
}
