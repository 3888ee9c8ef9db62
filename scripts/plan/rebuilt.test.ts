import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claim, clock, commit, configMap, desired, lab, live, pod, world } from './plan.fixture.ts'
import { plan } from './plan.ts'
import { rebuilt } from './rebuilt.ts'
import { situation } from './worlds.fixture.ts'
import type { Manifest } from '../model/manifest.ts'
import { readInventory, memoryText } from '../model/memory-text.ts'
import type { Inventory } from '../model/memory.ts'
import { natureOf, type Key } from '../model/object-key.ts'
import type { Step } from '../model/plan.ts'
import type { LiveObject, World } from '../model/world.ts'

function made(
  objects: readonly LiveObject[],
  manifests: readonly Manifest[] = [],
  more: Partial<World> = {},
): Inventory {
  const { wanted } = desired({ 'alice/x': manifests })
  return rebuilt({ member: 'alice', world: { ...world({ objects }), ...more }, wanted, commit, lab: lab(), now: clock })
}

/** As much of a record as is expected. */
function partOf(record: object | undefined, expected: object = {}): object | undefined {
  const entries = Object.entries(record ?? {}).filter(([name]) => name in expected)
  return record && Object.fromEntries(entries)
}

describe('a memory made anew', () => {
  const dev = pod('alice-dev', { run: 2, gpus: 1 })
  const data = claim('alice-data', '10Gi', { incarnation: 3 })
  const table: readonly (readonly [what: string, inventory: Inventory, key: Key, record: object | undefined])[] = [
    [
      'a run that is there',
      made([live(dev)], [dev]),
      'Pod/alice-dev',
      { phase: 'opened', run: 2, uid: 'uid-Pod/alice-dev' },
    ],
    ['one that nobody wants', made([live(dev)]), 'Pod/alice-dev', { phase: 'opened', run: 2 }],
    [
      'a closed one may be a second of its number',
      made([live(dev, { closed: true })], [dev]),
      'Pod/alice-dev',
      { phase: 'ended', run: 2, end: 'unknown' },
    ],
    [
      'one that is not there',
      made([], [dev]),
      'Pod/alice-dev',
      { phase: 'ended', run: 2, end: 'unknown', endedAt: clock },
    ],
    ['one of a controller', made([live(dev, { owned: true })]), 'Pod/alice-dev', undefined],
    ['one with another member’s mark', made([live(dev, { owner: 'bob' })]), 'Pod/alice-dev', undefined],
    ['one without a mark', made([live(dev, { owner: null })]), 'Pod/alice-dev', undefined],
    [
      'one that another memory holds',
      made(
        [live(dev)],
        [],
        world({ records: { bob: { 'Pod/alice-dev': { phase: 'kept', uid: 'uid-Pod/alice-dev', digest: 'd' } } } }),
      ),
      'Pod/alice-dev',
      undefined,
    ],
    [
      'a disk that is wanted',
      made([live(data)], [data]),
      'PersistentVolumeClaim/alice-data',
      { phase: 'kept', uid: 'uid-PersistentVolumeClaim/alice-data', incarnation: 3, storage: '10Gi', since: clock },
    ],
    [
      'one that is larger than its text',
      made([live(claim('alice-data', '20Gi'))], [data]),
      'PersistentVolumeClaim/alice-data',
      { storage: '20Gi' },
    ],
    [
      'one that nobody wants',
      made([live(data)]),
      'PersistentVolumeClaim/alice-data',
      { phase: 'released', since: clock },
    ],
    [
      'one that is not there',
      made([], [data]),
      'PersistentVolumeClaim/alice-data',
      { phase: 'kept', incarnation: 3, storage: '10Gi' },
    ],
    [
      'settings',
      made([live(configMap('alice-set'))], [configMap('alice-set')]),
      'ConfigMap/alice-set',
      { phase: 'kept', uid: 'uid-ConfigMap/alice-set' },
    ],
    ['settings that are not there', made([], [configMap('alice-set')]), 'ConfigMap/alice-set', undefined],
  ]
  test.each(table)('%s', (_, { records }, key, record) => {
    expect(partOf(records[key], record)).toEqual(record)
  })

  test('knows nothing of a disk’s old UID, and makes no second one of it', () => {
    expect(made([], [data]).records['PersistentVolumeClaim/alice-data']).not.toHaveProperty('uid')
  })
})

test('in any situation it can be read, and the next plan starts no number again, makes no disk, and ends no wanted run', () => {
  assert(
    property(situation, ({ desired: asked, world: before }) => {
      const wanted = asked.wanted.filter(({ owner }) => owner === 'alice')
      const value = rebuilt({ member: 'alice', world: withoutMemory(before), wanted, commit, lab: lab(), now: clock })
      expect(readInventory(memoryText(value), 'lab', 'alice')).toEqual(value)
      const inventories = new Map([...before.inventories, ['alice', { state: 'read', value, version: '2' }] as const])
      const { steps } = plan(asked, { ...before, inventories }, lab(), clock)
      expect(steps.filter(({ member }) => member === 'alice').filter(isForbidden)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

/** Starts a number that may have run, ends what is wanted, makes or destroys a disk. */
function isForbidden({ operation, key, wanted, before }: Step): boolean {
  if (natureOf(key) === 'claim') return operation === 'create' || operation === 'retire'
  if (natureOf(key) !== 'run') return false
  const recorded = before !== undefined && 'run' in before ? before.run : Infinity
  const starts = operation === 'launch' || operation === 'replace'
  return (starts && (wanted?.run ?? 0) <= recorded) || (operation === 'stop' && wanted !== undefined)
}

function withoutMemory(before: World): World {
  const inventories = [...before.inventories].filter(([member]) => member !== 'alice')
  return { ...before, inventories: new Map(inventories) }
}
