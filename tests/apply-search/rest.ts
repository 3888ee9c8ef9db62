import { applyLab } from '../../scripts/apply/index.ts'
import type { Ask } from '../../scripts/model/ask.ts'
import { isClosed } from '../../scripts/model/gate.ts'
import { isObject, type Json } from '../../scripts/model/json.ts'
import type { Desired } from '../../scripts/model/desired.ts'
import type { Lab } from '../../scripts/model/lab.ts'
import type { Key } from '../../scripts/model/object-key.ts'
import { alone, type Alone } from './alone.ts'
import { settingOf } from './lab-program.ts'
import { isRun, without, type Server } from './server.ts'

export interface Rest {
  readonly server: Server
  /** What the apply after the whole one still wrote. */
  readonly writes: readonly string[]
  /** Objects that no memory knows by their UID, or that stayed closed. */
  readonly lost: readonly string[]
}

/** What becomes of a lab once the cluster had its time and so many whole applies ran, and then another. */
export function restOf(server: Server, lab: Lab, desired: Desired, applies = 1): Rest {
  const apply = (from: Server): Alone<unknown> => alone(applyLab(settingOf({ lab, desired })), settled(from))
  const whole = Array.from({ length: applies }).reduce<Server>((from) => apply(from).server, server)
  const again = apply(whole)
  const writes = again.log.flatMap(({ ask }) => (isWrite(ask) ? [JSON.stringify(ask)] : []))
  return { server: again.server, writes, lost: lostIn(again.server) }
}

/** Everything that is being deleted is gone. */
export function settled(server: Server): Server {
  return Object.entries(server.things).reduce(
    (rest, [key, thing]) => (thing.deleting ? without(rest, key as Key) : rest),
    server,
  )
}

export function isWrite(ask: Ask): boolean {
  return ask.do !== 'get' && !('dryRun' in ask && ask.dryRun)
}

function lostIn({ things, memories }: Server): readonly string[] {
  const remembered = Object.values(memories)
    .map(({ text }) => text)
    .join()
  return Object.entries(things).flatMap(([key, { uid, manifest }]) => {
    const isKnown = remembered.includes(`"uid":"${uid}"`)
    return isKnown && !(isRun(key as Key) && isClosed(manifest)) ? [] : [key]
  })
}

/** The lab as people see it: all but UIDs, versions and times. */
export function shapeOf({ things, memories }: Server): Json {
  const objects = Object.entries(things).map(([key, { manifest, finished = false }]) => [key, { manifest, finished }])
  const notes = Object.entries(memories).map(([name, { text }]) => [name, JSON.parse(text) as Json])
  return bare({ objects: Object.fromEntries(objects) as Json, notes: Object.fromEntries(notes) as Json })
}

const passing = new Set(['uid', 'sum', 'clock', 'openedAt', 'endedAt', 'heldSince', 'since', 'admitted'])

function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare)
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([name, part]) => (passing.has(name) ? [] : [[name, bare(part)]]))
  return Object.fromEntries(kept) as Json
}
