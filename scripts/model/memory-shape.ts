import { isObject, type Json, type JsonObject } from './json.ts'
import type { Inventory, Ledger } from './memory.ts'
import { type Key, kindIn, kinds, type Nature, natureOf } from './object-key.ts'

type Check = (value: Json | undefined) => boolean

const word: Check = (value) => typeof value === 'string'
const whole: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const oneOf =
  (...known: readonly string[]): Check =>
  (value) =>
    known.some((one) => one === value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check)
const object =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([name, check]) => check(value[name]))

const demand = object({ gpus: whole, byResource: mapOf(whole) })
const ticket: Check = (value) =>
  Array.isArray(value) && value.length === 3 && whole(value[0]) && word(value[1]) && whole(value[2])

const records: Readonly<Record<Nature, Check>> = {
  run: object({
    run: whole,
    phase: oneOf('held', 'intended', 'accepted', 'opened', 'ended'),
    uid: optional(word),
    previous: optional(word),
    digest: word,
    fixed: optional(word),
    commit: word,
    demand,
    ticket: optional(ticket),
    heldSince: optional(word),
    asked: optional(demand),
    openedAt: optional(word),
    end: optional(oneOf('succeeded', 'failed', 'deadline', 'stopped', 'replaced', 'never-started', 'gone', 'unknown')),
    endedAt: optional(word),
  }),
  standing: object({
    phase: oneOf('intended', 'kept'),
    uid: optional(word),
    digest: word,
    observed: optional(word),
  }),
  claim: object({
    phase: oneOf('intended', 'kept', 'released', 'retiring'),
    uid: optional(word),
    incarnation: whole,
    storage: word,
    class: word,
    modes: listOf(word),
    since: word,
  }),
}

/** A text with the right sum can still be somebody's own: whoever may edit ConfigMaps can count a sum. It must not take the plan of the others down. */
export function isInventory(value: JsonObject): value is JsonObject & Inventory {
  const { version, records: remembered } = value
  return version === 1 && isObject(remembered) && Object.entries(remembered).every(isRecord)
}

export function isLedger(value: JsonObject): value is JsonObject & Ledger {
  const admission = object({ key: word, member: word, run: whole, demand })
  return object({
    version: (version) => version === 1,
    height: whole,
    head: word,
    clock: word,
    members: listOf(word),
    admitted: listOf(admission),
  })(value)
}

function isRecord([text, record]: readonly [string, Json]): boolean {
  const key = text as Key
  return kinds.includes(kindIn(key)) && records[natureOf(key)](record)
}
