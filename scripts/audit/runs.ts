import { countAt, textAt } from '../model/at.ts'
import { auditFinding, type AuditFinding } from '../model/audit-finding.ts'
import { gpuDemandOf } from '../model/gpu-demand-of.ts'
import { isClosed } from '../model/gate.ts'
import type { End, RunRecord, Time } from '../model/memory.ts'
import { natureOf } from '../model/object-key.ts'
import { runEnd } from '../model/run-end.ts'
import type { LiveObject } from '../model/world.ts'
import type { Kept, Sight } from './sight.ts'
import { hoursAfter } from './times.ts'

/** Runs that are over, will soon be, or should be. */
export function runFindings(sight: Sight): readonly AuditFinding[] {
  return sight.kept.filter(isRun).flatMap((kept) => findingsOf(kept, sight))
}

function isRun(kept: Kept): kept is Kept<RunRecord> {
  return natureOf(kept.key) === 'run'
}

function findingsOf(kept: Kept<RunRecord>, sight: Sight): readonly AuditFinding[] {
  const { record } = kept
  if (record.phase === 'ended') return ended(kept, sight, record.end ?? 'unknown', record.endedAt)
  const live = ownIn(kept)
  if (record.phase !== 'opened' || live === undefined || live.deleting) return []
  const end = runEnd(live.manifest)
  return end === undefined ? going(kept, live, sight) : ended(kept, sight, end.end, end.at)
}

function ended(
  { member, key, record }: Kept<RunRecord>,
  { now, days }: Sight,
  end: End,
  at: Time | undefined,
): readonly AuditFinding[] {
  if (at === undefined || hoursAfter(at, days * 24) < now) return []
  return [auditFinding('run-ended', { run: record.run, end, at }, { member, key })]
}

/** Hours that the cluster may take to end what is over, and that count as soon. */
const grace = 1 / 6
const soon = 24

function going({ member, key, record }: Kept<RunRecord>, live: LiveObject, sight: Sight): readonly AuditFinding[] {
  const about = { member, key }
  if (isClosed(live.manifest)) return [auditFinding('suspended-by-hand', { run: record.run }, about)]
  const { now, pods } = sight
  const declared = Math.max(record.demand.gpus, gpuDemandOf(live.manifest).gpus)
  const holds = gpusOf(pods.get(key) ?? [])
  const end = endOf(live)
  return [
    ...(holds > declared ? [auditFinding('more-pods', { declared, holds }, about)] : []),
    ...(end !== undefined && hoursAfter(end, grace) < now ? [auditFinding('past-deadline', { end }, about)] : []),
    ...(end !== undefined && end >= now && end <= hoursAfter(now, soon)
      ? [auditFinding('ends-soon', { at: end, gpus: declared }, about)]
      : []),
  ]
}

function ownIn({ live, record }: Kept<RunRecord>): LiveObject | undefined {
  return live !== undefined && live.uid === record.uid ? live : undefined
}

export function gpusOf(pods: readonly LiveObject[]): number {
  return pods.reduce((sum, { manifest }) => sum + gpuDemandOf(manifest).gpus, 0)
}

/** Its declared end: the deadline counts from when a machine, or the Job's own clock, began (`apply.md` 4). */
function endOf({ manifest }: LiveObject): Time | undefined {
  const start = textAt(manifest, 'status', 'startTime')
  const seconds = countAt(manifest, 'spec', 'activeDeadlineSeconds')
  return start === undefined || seconds === undefined ? undefined : hoursAfter(start, seconds / 3600)
}
