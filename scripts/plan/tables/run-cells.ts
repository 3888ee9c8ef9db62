import type { RunCase, Setting } from '../case.ts'
import { differences } from './differences.ts'
import { fixedDigest } from './fixed-digest.ts'
import { runEnd } from '../../model/run-end.ts'
import { forget, keep, refuse, stepOf } from './step-of.ts'
import { textAt } from '../../model/at.ts'
import { endedRun } from '../../model/ended-run.ts'
import type { Wanted } from '../../model/desired.ts'
import { isClosed } from '../../model/gate.ts'
import { pathText, type JsonObject } from '../../model/json.ts'
import { meaningOf } from '../../model/meaning.ts'
import type { RunRecord } from '../../model/memory.ts'
import type { Step } from '../../model/plan.ts'

/** A run is made closed, recorded, opened; or such a launch, begun earlier, is finished: `uid` is the closed object that is used. */
export function launch(the: RunCase, { commit }: Setting): Step {
  return the.wanted === undefined ? keep(the) : stepOf(the, 'launch', opened(the.wanted, commit))
}

/** Footnote 2: a closed object is used if it was made from the number and text wanted now; else it is made anew. */
export function launchClosed(the: RunCase, setting: Setting): Step {
  const { wanted, live, record } = the
  const { run, digest } = live?.marks ?? {}
  const isThis = run === wanted?.run && digest === wanted?.digest && live?.uid !== record?.previous
  return isThis && live !== undefined ? { ...launch(the, setting), uid: live.uid } : replace(the, setting)
}

/**
 * What is accepted is opened as it is, whatever the text says by now: another apply may open it at any moment, so a new object under
 * the same number could open that number twice.
 */
export function open(the: RunCase): Step {
  const { record, live } = the
  if (record === undefined || live === undefined) return keep(the)
  return stepOf(the, 'launch', { ...outOfLine(record), phase: 'opened' }, { uid: live.uid, args: edits(the) })
}

/** The old incarnation is taken away, waited out, and the wanted number launched. Footnote 3: or such a replacement goes on. */
export function replace(the: RunCase, setting: Setting): Step {
  return { ...launch(the, setting), operation: 'replace', ...ending(the) }
}

/** By UID, together with its pods; what is remembered is dropped once they are gone. */
export function stop(the: RunCase): Step {
  return stepOf(the, 'stop', undefined, ending(the))
}

/** Closed under another UID than the recorded one: it never ran. What is recorded stays as it is. */
export function stray(the: RunCase): Step {
  return stepOf(the, 'stop', the.record, { ...ending(the), note: 'stray' })
}

/** The end that a stop wrote down before it died counts more than that nobody saw one. */
export function gone(the: RunCase, { clock }: Setting): Step {
  const { record } = the
  return record === undefined ? keep(the) : stepOf(the, 'record', endedRun(record, record.end ?? 'gone', clock))
}

export function over(the: RunCase, { clock }: Setting): Step {
  const end = the.live && runEnd(the.live.manifest)
  if (the.record === undefined || end === undefined) return keep(the)
  return stepOf(the, 'record', endedRun(the.record, end.end, end.at ?? clock), { args: { end: end.end } })
}

export function behind(the: RunCase): Step {
  return refuse(the, 'run-behind', { asked: the.wanted?.run ?? 0, recorded: the.record?.run ?? 0 })
}

/** Nothing to write; but a number that was held and is not wanted any more leaves the line. */
export function settled(the: RunCase): Step {
  const { record, wanted } = the
  if (isOutOfUse(the)) return forget(the)
  const note = record && wanted && record.digest !== wanted.digest ? 'edited' : undefined
  if (record?.ticket === undefined && record?.heldSince === undefined) return keep(the, note, edits(the))
  return stepOf(the, 'record', outOfLine(record), { args: edits(the) })
}

/** It was held, so it never was anything, and nobody wants it any more. */
export function isOutOfUse({ record, wanted }: RunCase): boolean {
  return record?.phase === 'held' && wanted === undefined
}

function opened({ run, digest, demand, manifest }: Wanted, commit: string): RunRecord {
  return { run, phase: 'opened', digest, fixed: fixedDigest(manifest), commit, demand }
}

/** Without a place in line. */
export function outOfLine(record: RunRecord): RunRecord {
  const { ticket: _, heldSince: __, asked: ___, ...rest } = record
  return rest
}

/** The incarnation that goes; if it is running, since when, and with which pods. */
function ending({ live, record, pods }: RunCase): Partial<Step> {
  if (live === undefined) return {}
  const runs = runEnd(live.manifest) === undefined && !isClosed(live.manifest)
  if (!runs) return { uid: live.uid }
  const since = record?.openedAt ?? textAt(live.manifest, 'status', 'startTime')
  return {
    uid: live.uid,
    args: { live: true, pods: pods.map(({ manifest }) => textAt(manifest, 'metadata', 'name') ?? '') },
    ...(since !== undefined && { endsSince: since }),
  }
}

/** Where the text differs from what was launched, as far as the live object still shows it. */
export function edits({ wanted, live, record }: RunCase): JsonObject {
  if (wanted === undefined || record === undefined || record.digest === wanted.digest) return {}
  const paths = live === undefined ? [] : differences(meaningOf(wanted.manifest), meaningOf(live.manifest))
  return { run: record.run, fields: paths.map(pathText) }
}
