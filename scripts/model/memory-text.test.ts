import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  dictionary,
  nat,
  pre,
  property,
  record,
  string,
  tuple,
  uuid,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { digestOf } from './digest.ts'
import { endedRun } from './ended-run.ts'
import type { JsonObject } from './json.ts'
import type { ClaimRecord, Inventory, Ledger, RunRecord, StandingRecord } from './memory.ts'
import { memoryLimit, memoryText, readInventory, readLedger } from './memory-text.ts'
import type { Key } from './object-key.ts'

const uid = '0b6f4a1c-5b7f-4f5c-9b1e-3a0c9d1f2a3b'
const time = '2026-11-24T10:00:00Z'
const run: RunRecord = {
  run: 1,
  phase: 'opened',
  uid,
  digest: digestOf('text'),
  fixed: digestOf('fixed'),
  commit: digestOf('commit').slice(0, 40),
  demand: { gpus: 1, byResource: { 'nvidia.com/gpu': 1 } },
  ticket: [1234, 'users/alice/train.ts', 0],
  heldSince: time,
  openedAt: time,
}
const empty: Inventory = { version: 1, lab: 'lab', member: 'alice', records: {} }
const inventory: Inventory = { ...empty, records: { 'Job/alice-train': run } }
const ledger: Ledger = { version: 1, height: 7, head: 'c0ffee', clock: time, members: ['alice'], admitted: [] }

/** With another value somewhere, and the sum as a careful forger would count it. */
function forged(memory: Inventory | Ledger, changes: object): string {
  return memoryText({ ...memory, ...changes })
}

function edited(text: string, changes: JsonObject): string {
  return canonicalJson({ ...(JSON.parse(text) as JsonObject), ...changes })
}

describe('an inventory that cannot be used', () => {
  const text = memoryText(inventory)
  test.each([
    ['taken out', undefined, 'not-json'],
    ['empty', '', 'not-json'],
    ['cut off', text.slice(0, -10), 'not-json'],
    ['a list', '[]', 'not-json'],
    ['edited by hand', text.replace('"run":1', '"run":2'), 'wrong-sum'],
    ['without a sum', canonicalJson(inventory as unknown as JsonObject), 'wrong-sum'],
    ['with something added', edited(text, { note: 'x' }), 'wrong-sum'],
    ['of another lab', forged(inventory, { lab: 'other' }), 'other-lab'],
    ['of another member', forged(inventory, { member: 'bob' }), 'other-member'],
    ['newer, and summed in a way that we do not know', edited(text, { version: 2 }), 'newer-version'],
    ['a version that never was', forged(inventory, { version: 0 }), 'wrong-sum'],
  ])('%s', (_, found, why) => {
    expect(readInventory(found, 'lab', 'alice')).toBe(why)
  })

  test.each([
    ['no records', { records: null }],
    ['a list of records', { records: [] }],
    ['a kind that apply does not know', { records: { 'Secret/alice-x': run } }],
    ['a kind out of the prototype', { records: { 'constructor/x': run } }],
    ['a record that is none', { records: { 'Job/alice-x': 'run' } }],
    ['a phase that is none', { records: { 'Job/alice-x': { ...run, phase: 'lost' } } }],
    ['a number that is none', { records: { 'Job/alice-x': { ...run, run: -1 } } }],
    ['a demand that is none', { records: { 'Job/alice-x': { ...run, demand: {} } } }],
    ['a ticket that is none', { records: { 'Job/alice-x': { ...run, ticket: [1] } } }],
    ['a claim under a run', { records: { 'PersistentVolumeClaim/alice-x': run } }],
  ])('forged with %s and the right sum', (_, changes) => {
    expect(readInventory(forged(inventory, changes), 'lab', 'alice')).toBe('wrong-sum')
  })
})

describe('a ledger that cannot be used', () => {
  test.each([
    ['taken out', undefined, 'not-json'],
    ['edited by hand', memoryText(ledger).replace('"height":7', '"height":9'), 'wrong-sum'],
    ['newer', forged(ledger, { version: 2 }), 'newer-version'],
    ['an inventory', memoryText(inventory), 'wrong-sum'],
    ['forged', forged(ledger, { admitted: [{}] }), 'wrong-sum'],
  ])('%s', (_, found, why) => {
    expect(readLedger(found)).toBe(why)
  })
})

const digest = string().map(digestOf)
const demand = record({ gpus: nat(), byResource: dictionary(string(), nat()) })
const runs: Arbitrary<RunRecord> = record(
  {
    run: nat(),
    phase: constantFrom('held', 'intended', 'accepted', 'opened', 'ended'),
    uid: uuid(),
    digest,
    commit: digest,
    demand,
    ticket: tuple(nat(), string({ unit: 'binary' }), nat()),
  },
  { requiredKeys: ['run', 'phase', 'digest', 'commit', 'demand'] },
)
const standing: Arbitrary<StandingRecord> = record(
  { phase: constantFrom('intended', 'kept'), digest, observed: digest },
  { requiredKeys: ['phase', 'digest'] },
)
const claims: Arbitrary<ClaimRecord> = record({
  phase: constantFrom('intended', 'kept', 'released', 'retiring'),
  incarnation: nat(),
  storage: string(),
  class: string(),
  modes: array(string()),
  since: string(),
})
const records = tuple(
  dictionary(
    string().map((name) => `Job/${name}`),
    runs,
  ),
  dictionary(
    string().map((name) => `Service/${name}`),
    standing,
  ),
  dictionary(
    string().map((name) => `PersistentVolumeClaim/${name}`),
    claims,
  ),
).map((parts) => Object.assign({}, ...parts) as Inventory['records'])

describe('memory that can be used', () => {
  test('what is written is read', () => {
    assert(
      property(records, (remembered) => {
        const memory = { ...empty, records: remembered }
        expect(readInventory(memoryText(memory), 'lab', 'alice')).toEqual(memory)
      }),
    )
    expect(readLedger(memoryText(ledger))).toEqual(ledger)
  })

  test('no other text is accepted: whatever is changed in one place', () => {
    const text = memoryText(inventory)
    assert(
      property(nat(text.length - 1), string({ minLength: 1, maxLength: 1 }), (at, letter) => {
        pre(text[at] !== letter)
        expect(readInventory(text.slice(0, at) + letter + text.slice(at + 1), 'lab', 'alice')).toBeTypeOf('string')
      }),
    )
  })

  test('equal memories give equal bytes', () => {
    const { records: remembered, ...rest } = inventory
    expect(memoryText({ records: remembered, ...rest })).toBe(memoryText(inventory))
  })

  test('2,500 ended runs of one member fit', () => {
    const ended = Array.from({ length: 2500 }, (_, index) => {
      const key: Key = `Job/alice-train-resnet-${index}`
      return [key, endedRun(run, 'succeeded', time)] as const
    })
    const text = memoryText({ ...empty, lab: 'uci-datalab', records: Object.fromEntries(ended) })
    expect(Buffer.byteLength(text)).toBeLessThan(memoryLimit)
    expect(Object.keys((readInventory(text, 'uci-datalab', 'alice') as Inventory).records)).toHaveLength(2500)
  })
})
