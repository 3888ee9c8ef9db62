import type { End, RunRecord, Time } from './memory.ts'

/** What is remembered of a run that is over. Its place in line and what it held are let go: 2,500 of these fit into one memory (`apply.md` 2). */
export function endedRun(record: RunRecord, end: End, endedAt: Time): RunRecord {
  const { run, uid, digest, commit, openedAt } = record
  return {
    run,
    phase: 'ended',
    ...(uid !== undefined && { uid }),
    digest,
    commit,
    demand: { gpus: 0, byResource: {} },
    ...(openedAt !== undefined && { openedAt }),
    end,
    endedAt,
  }
}
