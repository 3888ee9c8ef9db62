import type { Setting, StandingCase } from '../case.ts'
import { replacingField } from './replacing-field.ts'
import { afresh, contest, driftOf } from './standing-state.ts'
import { keep, refuse, stepOf, stranger } from './step-of.ts'
import type { Wanted } from '../../model/desired.ts'
import { isObject, pathText, type Json, type Path } from '../../model/json.ts'
import type { StandingRecord } from '../../model/memory.ts'
import { observedDigest } from '../../model/owned.ts'
import type { Step } from '../../model/plan.ts'

export function create(the: StandingCase): Step {
  return the.wanted === undefined ? keep(the) : stepOf(the, 'create', { phase: 'kept', digest: the.wanted.digest })
}

/** Ours now, as it is: `adopt` takes it over, `record` remembers it after a crash. */
export function own(the: StandingCase, operation: 'adopt' | 'record'): Step {
  const { wanted, live } = the
  if (wanted === undefined || live === undefined) return keep(the)
  return stepOf(
    the,
    operation,
    { ...kept(wanted, live.uid), observed: observedDigest(live.manifest) },
    { uid: live.uid },
  )
}

/** In place where the kind allows it, else anew (`apply.md` 4). */
export function change(the: StandingCase): Step {
  const { wanted, live, record } = the
  if (wanted === undefined || live === undefined) return keep(the)
  const field = replacingField(live.manifest, wanted.manifest)
  const args = {
    fields: driftOf(live, wanted).map(pathText),
    git: record?.digest !== wanted.digest,
    ...(field !== undefined && { field }),
  }
  if (field !== undefined)
    return stepOf(the, 'replace', { phase: 'kept', digest: wanted.digest }, { uid: live.uid, args })
  return stepOf(the, 'update', kept(wanted, live.uid), { uid: live.uid, args })
}

/** Never forced, but by an admin, once. */
export function conflict(the: StandingCase, { takeBack }: Setting): Step {
  const { live, wanted } = the
  if (takeBack === the.key) return { ...change(the), force: true }
  const found = live && wanted && contest(live, wanted)
  const fields = (found?.fields ?? []).map((path) => ({
    field: pathText(path),
    ours: valueAt(wanted?.manifest, path) ?? null,
    theirs: valueAt(live?.manifest, path) ?? null,
  }))
  return refuse(the, 'conflict', { manager: found?.manager ?? '?', fields })
}

/** Taken over and, where it differs, made what is wanted. */
export function adopt(the: StandingCase, setting: Setting): Step {
  if (the.live === undefined || the.wanted === undefined) return keep(the)
  const found = afresh(the.live, the.wanted)
  if (found === 'contested') return conflict(the, setting)
  return found === 'same' ? own(the, 'adopt') : change(the)
}

export function nameTaken(the: StandingCase): Step {
  return refuse(the, 'name-taken', stranger(the))
}

export function remove(the: StandingCase): Step {
  return stepOf(the, 'delete', undefined, the.live && { uid: the.live.uid })
}

/** Nothing to write, unless the server spells what is ours otherwise than when it was last looked at. */
export function same(the: StandingCase): Step {
  const { record, live } = the
  if (record === undefined || live === undefined || record.observed === observedDigest(live.manifest)) return keep(the)
  return own(the, 'record')
}

function kept({ digest }: Wanted, uid: string): StandingRecord {
  return { phase: 'kept', uid, digest }
}

function valueAt(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((here, step) => {
    if (typeof step === 'number') return Array.isArray(here) ? (here[step] as Json) : undefined
    return isObject(here) ? here[step] : undefined
  }, value)
}
